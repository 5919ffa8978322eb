package vn.thidua.cycle.documents;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.cycle.DossierParts;
import vn.thidua.cycle.Nominations;
import vn.thidua.cycle.reading.Readers;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.evidence.submission.FileJournal;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** The only way to a file's bytes, facts and receipt as a person. What is not theirs is not there. */
@Service
public class FileAccess {
    private final SubmissionRepository files;
    private final DutyRepository duties;
    private final YearStore years;
    private final Milestones milestones;
    private final Nominations nominations;
    private final DossierParts dossiers;
    private final Readers readers;
    private final FileJournal journal;
    private final TimeSource time;

    FileAccess(
            SubmissionRepository files,
            DutyRepository duties,
            YearStore years,
            Milestones milestones,
            Nominations nominations,
            DossierParts dossiers,
            Readers readers,
            FileJournal journal,
            TimeSource time) {
        this.files = files;
        this.duties = duties;
        this.years = years;
        this.milestones = milestones;
        this.nominations = nominations;
        this.dossiers = dossiers;
        this.readers = readers;
        this.journal = journal;
        this.time = time;
    }

    /** Empty where there is no such file, or it is not the person's to read. */
    public Optional<Submission> file(String person, long id) {
        return files.find(id)
                .filter(file -> mayRead(person, duties.find(file.dutyId()).orElseThrow(), file.slot()));
    }

    public boolean mayRead(String person, Duty duty, String slot) {
        Plan plan = years.plan(duty.yearId());
        Set<String> parties =
                readers.of(plan, person).map(reader -> reader.parties()).orElse(Set.of());
        return !parties.isEmpty() && FileReaders.mayRead(plan, parties, duty.key(), slot, progress(duty));
    }

    /** Somebody looked at a file, or took it along. */
    @Transactional
    public void read(Submission file, String person, boolean download) {
        journal.record(
                JournalEvent.READ,
                duties.find(file.dutyId()).orElseThrow(),
                file,
                person,
                Map.of("download", download));
    }

    private FileReaders.Progress progress(Duty duty) {
        MilestoneDates meeting = milestones.all(duty.yearId()).get(DutyCode.SCORING_MEETING);
        boolean begun = meeting != null && meeting.at() != null && !time.now().isBefore(meeting.at());
        boolean confirmed = duty.type() == DutyType.DOSSIER
                && nominations.get(duty.yearId(), duty.key().subject()).collective();
        return new FileReaders.Progress(begun, sent(duty), confirmed);
    }

    /** What was sent to the ministry: the dossiers that were complete, once its duty is delivered. */
    private boolean sent(Duty duty) {
        if (duty.type() != DutyType.DOSSIER && duty.type() != DutyType.CONFIRMATION) {
            return false;
        }
        boolean delivered =
                duties.ofType(duty.yearId(), DutyType.MINISTRY).stream().anyMatch(Duty::received);
        return delivered
                && dossiers.complete(nominations.get(duty.yearId(), duty.key().subject()));
    }
}
