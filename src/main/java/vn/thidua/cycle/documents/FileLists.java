package vn.thidua.cycle.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.reading.YearReading;
import vn.thidua.cycle.reading.YearView;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** Where the files are that somebody may read in a cluster year: by unit, each duty with how many. */
@Service
@Transactional(readOnly = true)
public class FileLists {
    private final YearReading reading;
    private final YearStore years;
    private final DutyRepository duties;
    private final SubmissionRepository files;
    private final FileAccess access;
    private final DutyTexts texts;

    FileLists(
            YearReading reading,
            YearStore years,
            DutyRepository duties,
            SubmissionRepository files,
            FileAccess access,
            DutyTexts texts) {
        this.reading = reading;
        this.years = years;
        this.duties = duties;
        this.files = files;
        this.access = access;
        this.texts = texts;
    }

    /** @param files how many stand, of those that the person may read */
    public record Line(long duty, String title, int files) {}

    public record OfParty(String party, List<Line> duties) {}

    public record OfYear(YearView.Head head, List<OfParty> parties) {}

    /** Empty where the person does not belong to the year. */
    public Optional<OfYear> of(String person, String yearId) {
        return reading.head(person, yearId).map(head -> new OfYear(head, parties(person, yearId)));
    }

    private List<OfParty> parties(String person, String yearId) {
        Plan plan = years.plan(yearId);
        Map<Long, List<Submission>> byDuty = files.ofYear(yearId).stream()
                .filter(Submission::current)
                .collect(Collectors.groupingBy(Submission::dutyId));
        Map<String, List<Line>> byParty = new LinkedHashMap<>();
        for (Duty duty : duties.ofYear(yearId)) {
            int readable = (int) byDuty.getOrDefault(duty.id(), List.of()).stream()
                    .filter(file -> access.mayRead(person, duty, file.slot()))
                    .count();
            if (readable > 0) {
                byParty.computeIfAbsent(duty.key().party(), party -> new ArrayList<>())
                        .add(new Line(duty.id(), texts.title(plan, duty), readable));
            }
        }
        return byParty.entrySet().stream()
                .map(e -> new OfParty(DutyTexts.partyName(plan, e.getKey()), e.getValue()))
                .sorted(Comparator.comparing(OfParty::party, Vietnam.collator()))
                .toList();
    }
}
