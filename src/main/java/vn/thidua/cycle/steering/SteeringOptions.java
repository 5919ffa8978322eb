package vn.thidua.cycle.steering;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.cycle.Option;
import vn.thidua.cycle.complaints.ComplaintSeats;
import vn.thidua.cycle.requests.RequestSeats;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** Which years and dates a person may steer. */
@Component
public class SteeringOptions {
    private final YearStore years;
    private final Milestones milestones;
    private final Administrators administrators;
    private final TimeSource time;

    SteeringOptions(YearStore years, Milestones milestones, Administrators administrators, TimeSource time) {
        this.years = years;
        this.milestones = milestones;
        this.administrators = administrators;
        this.time = time;
    }

    /** Running years: moving is asked by the leader, figures by every unit's officers, complaints are filed by those and heads; all else is for the standing agency and administrators. */
    public List<Option> years(String process, String person) {
        return years.running().stream()
                .filter(id -> maySteer(process, years.plan(id), person))
                .map(id -> new Option(DutyTexts.yearName(years.plan(id)), id))
                .toList();
    }

    /** What can be moved, with the date now in force where the person leads one year only. */
    public List<Option> milestones(String process, String person) {
        List<Option> years = years(process, person);
        Map<DutyCode, MilestoneDates> dates =
                years.size() == 1 ? milestones.all(years.get(0).value()) : Map.of();
        return Arrays.stream(DutyCode.values())
                .filter(code -> code != DutyCode.CLOSE && code != DutyCode.EVIDENCE_CUTOFF)
                .map(code -> new Option(label(code, dates.get(code)), code.code()))
                .toList();
    }

    private static String label(DutyCode code, @Nullable MilestoneDates dates) {
        return dates == null || dates.inWords().isEmpty() ? code.title() : code.title() + ": " + dates.inWords();
    }

    public boolean maySteer(String process, Plan plan, String person) {
        if (process.equals("deadlineMove")) {
            return plan.people(plan.leader().code()).stream().map(Person::id).anyMatch(person::equals);
        }
        if (process.equals("dataRequestStart")) {
            return RequestSeats.unitOf(plan, person, time.now()).isPresent();
        }
        if (process.equals("complaintStart")) {
            return ComplaintSeats.unitOf(plan, person, time.now()).isPresent();
        }
        return administrators.is(person) || standingAgency(plan, person);
    }

    public static boolean standingAgency(Plan plan, String person) {
        return plan.person(person)
                .filter(p -> p.function() == vn.thidua.plan.Function.STANDING_AGENCY)
                .isPresent();
    }
}
