package vn.thidua.cycle.documents;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.cycle.ScoreDuties;
import vn.thidua.cycle.TaskTexts;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyService;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.Seats;
import vn.thidua.evidence.DutyDocuments.Intake;
import vn.thidua.evidence.EvidenceProperties;
import vn.thidua.evidence.Slot;
import vn.thidua.evidence.receiving.Receiving;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.evidence.submission.Submissions;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** The page of a duty's files for one person: those who owe it may change, those who may read see, others get nothing. */
@Service
@Transactional(readOnly = true)
public class HandInViews {
    private final DutyRepository duties;
    private final DutyService service;
    private final DocumentSlots documents;
    private final SubmissionRepository files;
    private final Submissions submissions;
    private final Receiving receiving;
    private final Completeness completeness;
    private final Drafts drafts;
    private final FileAccess access;
    private final FileViews fileViews;
    private final FieldViews fields;
    private final YearStore years;
    private final TaskTexts texts;
    private final DutyTexts dutyTexts;
    private final EvidenceProperties properties;
    private final TimeSource time;

    HandInViews(
            DutyRepository duties,
            DutyService service,
            DocumentSlots documents,
            SubmissionRepository files,
            Submissions submissions,
            Receiving receiving,
            Completeness completeness,
            Drafts drafts,
            FileAccess access,
            FileViews fileViews,
            FieldViews fields,
            YearStore years,
            TaskTexts texts,
            DutyTexts dutyTexts,
            EvidenceProperties properties,
            TimeSource time) {
        this.duties = duties;
        this.service = service;
        this.documents = documents;
        this.files = files;
        this.submissions = submissions;
        this.receiving = receiving;
        this.completeness = completeness;
        this.drafts = drafts;
        this.access = access;
        this.fileViews = fileViews;
        this.fields = fields;
        this.years = years;
        this.texts = texts;
        this.dutyTexts = dutyTexts;
        this.properties = properties;
        this.time = time;
    }

    /**
     * @param task whether the form is handed in with it, in Tasklist
     * @return empty where there is no such duty, or nothing of it is the person's to see
     */
    public Optional<HandInView> of(String person, long dutyId, boolean task) {
        return duties.find(dutyId).filter(DocumentForms::onOurPage).flatMap(duty -> {
            boolean owes = owes(person, duty);
            List<HandInView.SlotView> slots = slots(person, duty, owes);
            return owes || !slots.isEmpty() ? Optional.of(view(duty, owes, task && owes, slots)) : Optional.empty();
        });
    }

    /** Whether {@link #of} shows the person anything. */
    public boolean visible(String person, long dutyId) {
        return duties.find(dutyId)
                .filter(DocumentForms::onOurPage)
                .filter(duty -> owes(person, duty)
                        || documents.slots(duty).stream().anyMatch(slot -> access.mayRead(person, duty, slot.code())))
                .isPresent();
    }

    /** A file as its page shows it, to somebody who may read it. */
    public FileView file(Submission file) {
        Duty duty = duties.find(file.dutyId()).orElseThrow();
        return fileViews.of(
                years.plan(duty.yearId()),
                file,
                documents.slot(duty, file.slot()).orElse(null));
    }

    /** When a draft was saved, and by whom: a person's name, as {@link #of} gives it. */
    public HandInView.Saved saved(long dutyId, Drafts.Draft draft) {
        Duty duty = duties.find(dutyId).orElseThrow();
        return saved(years.plan(duty.yearId()), draft);
    }

    private static HandInView.Saved saved(Plan plan, Drafts.Draft draft) {
        return new HandInView.Saved(draft.at(), DutyTexts.personName(plan, draft.by()));
    }

    private HandInView view(Duty duty, boolean owes, boolean task, List<HandInView.SlotView> slots) {
        Plan plan = years.plan(duty.yearId());
        Intake intake = documents.intake(duty);
        Map<String, String> shown = texts.shown(duty.key(), "submit");
        Instant now = time.now();
        Drafts.Draft draft = task ? drafts.find(duty.id()).orElse(null) : null;
        return new HandInView(
                duty.id(),
                duty.type().name(),
                texts.name(duty.key(), duty.mendUntil() == null ? "submit" : "mend"),
                DutyTexts.yearName(plan),
                DutyTexts.partyName(plan, duty.key().party()),
                now,
                duty.effectiveDeadline(),
                dutyTexts.boundary(duty),
                shown.getOrDefault("consequence", ""),
                shown.getOrDefault("contactText", ""),
                owes ? shown.getOrDefault("background", "").replace("**", "") : "",
                owes && (intake.open() || !DocumentSlots.withDocuments(duty) && duty.state() == Duty.State.OPEN),
                !now.isBefore(duty.effectiveDeadline()),
                owes && DocumentSlots.withDocuments(duty) ? intake.notice() : "",
                task,
                task ? fields.of(duty) : List.of(),
                draft == null ? Map.of() : draft.answers(),
                draft == null ? null : saved(plan, draft),
                slots,
                owes ? uploads(duty) : List.of(),
                new HandInView.Quota(
                        properties.fileSize().toBytes(),
                        properties.chunk().toBytes(),
                        properties.quota().toBytes(),
                        owes ? receiving.used(duty) : 0),
                owes && intake.open() ? completeness.missing(duty) : List.of(),
                DocumentForms.withSheet(duty)
                        ? new HandInView.Sheet(duty.yearId(), ScoreDuties.unit(duty.key()))
                        : null);
    }

    private boolean owes(String person, Duty duty) {
        return service.holdsSeat(duty.key(), Seats.Stage.SUBMIT, person);
    }

    private List<HandInView.SlotView> slots(String person, Duty duty, boolean owes) {
        Plan plan = years.plan(duty.yearId());
        List<Submission> all = files.ofDuty(duty.id());
        Set<String> declined = new HashSet<>(submissions.declined(duty.id()));
        return documents.slots(duty).stream()
                .filter(slot -> owes || access.mayRead(person, duty, slot.code()))
                .map(slot -> new HandInView.SlotView(
                        slot.code(),
                        slot.title(),
                        slot.group(),
                        slot.required(),
                        demand(slot),
                        slot.mayDecline(),
                        declined.contains(slot.code()),
                        all.stream()
                                .filter(file -> file.slot().equals(slot.code()))
                                .map(file -> fileViews.of(plan, file, slot))
                                .toList()))
                .toList();
    }

    private static String demand(Slot slot) {
        if (!slot.demand().signedOriginal()) {
            return "";
        }
        Instant cutoff = slot.cutoff();
        return DocumentWords.of(
                "demand", cutoff == null ? "" : DocumentWords.of("demandCutoff", DutyTexts.before(cutoff)));
    }

    private List<HandInView.Unfinished> uploads(Duty duty) {
        return receiving.open(duty.id()).stream()
                .map(p -> new HandInView.Unfinished(
                        p.upload().id(),
                        p.upload().slot(),
                        p.upload().name(),
                        p.upload().size(),
                        p.offset(),
                        p.upload().replaces()))
                .toList();
    }
}
