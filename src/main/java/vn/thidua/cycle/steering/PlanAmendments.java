package vn.thidua.cycle.steering;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cycle.ConflictsOfInterest;
import vn.thidua.cycle.YearPeople;
import vn.thidua.duty.DutyRefused;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.Finding;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanDiff;
import vn.thidua.plan.PlanReading;
import vn.thidua.year.YearStore;

/** Corrects people and contacts of a running year by its plan uploaded anew; what has happened is never rewritten. */
@Service
public class PlanAmendments {
    private final YearStore years;
    private final YearPeople people;
    private final Journal journal;
    private final SteeringOptions options;
    private final ConflictsOfInterest conflicts;

    PlanAmendments(
            YearStore years,
            YearPeople people,
            Journal journal,
            SteeringOptions options,
            ConflictsOfInterest conflicts) {
        this.years = years;
        this.people = people;
        this.journal = journal;
        this.options = options;
        this.conflicts = conflicts;
    }

    /**
     * What would change, one sentence a line.
     *
     * @throws DutyRefused where the plan has errors, is of no running year, changes something else, or changes nothing
     */
    public String difference(PlanReading reading, String by) {
        return String.join("\n", diff(reading, by).changes());
    }

    /** Puts the corrected plan in force: users, groups and mails follow it from now on. */
    @Transactional
    public void apply(PlanReading reading, String by) {
        PlanDiff diff = diff(reading, by);
        Plan plan = reading.validPlan();
        years.replacePlan(plan.yearId(), reading.yaml(), by);
        people.bring(plan, by);
        conflicts.peopleChanged(plan.yearId());
        journal.record(plan.yearId(), JournalEvent.RULED, null, null, by, Map.of("amended", diff.changes()));
    }

    private PlanDiff diff(PlanReading reading, String by) {
        Plan uploaded = reading.plan();
        if (uploaded == null || reading.hasErrors()) {
            throw new DutyRefused("Kế hoạch còn lỗi:\n"
                    + reading.errors().stream()
                            .map(Finding::message)
                            .map(m -> "- " + m)
                            .collect(Collectors.joining("\n")));
        }
        String yearId = uploaded.yearId();
        Plan running = years.find(yearId)
                .filter(y -> y.running())
                .orElseThrow(() -> new DutyRefused("Không có năm thi đua «" + yearId + "» đang chạy để cập nhật."))
                .plan();
        if (!options.maySteer("yearAmend", running, by)) {
            throw new DutyRefused("Chỉ quản trị hoặc cơ quan thường trực của cụm được cập nhật người và đầu mối.");
        }
        List<String> objections = people.objections(uploaded, by);
        if (!objections.isEmpty()) {
            throw new DutyRefused(String.join("\n", objections));
        }
        List<String> unjudged = conflicts.objections(uploaded);
        if (!unjudged.isEmpty()) {
            throw new DutyRefused(String.join("\n", unjudged));
        }
        PlanDiff diff = PlanDiff.between(running, uploaded);
        if (!diff.allowed()) {
            throw new DutyRefused("Chỉ được sửa người và đầu mối. Những khác biệt sau không được nhận:\n"
                    + diff.refused().stream().map(r -> "- " + r).collect(Collectors.joining("\n")));
        }
        if (diff.nothing()) {
            throw new DutyRefused("Kế hoạch tải lên không khác gì kế hoạch đang dùng.");
        }
        return diff;
    }
}
