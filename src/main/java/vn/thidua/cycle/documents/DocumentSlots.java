package vn.thidua.cycle.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.cycle.DutyRoster;
import vn.thidua.cycle.Nominations;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.StaysOpen;
import vn.thidua.evidence.Circumstances.Demand;
import vn.thidua.evidence.DutyDocuments;
import vn.thidua.evidence.Slot;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.year.ClusterYear;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/**
 * What each duty asks files for: a document or two, the items of a dossier, the lines of the criteria table, the lines that the
 * meeting marked as supplementable (papers.md; S0-14, S0-16, S0-18). Only duties that were opened with documents do; those of
 * years begun before files were asked for go on without.
 */
@Component
public class DocumentSlots implements DutyDocuments {
    /** In a duty's detail: it asks for files. */
    public static final String WITH_DOCUMENTS = "documents";

    private final YearStore years;
    private final Milestones milestones;
    private final DutyRoster roster;
    private final Nominations nominations;
    private final DocumentDemand required;
    private final CriteriaTables tables;
    private final TimeSource time;

    DocumentSlots(
            YearStore years,
            Milestones milestones,
            DutyRoster roster,
            Nominations nominations,
            DocumentDemand required,
            CriteriaTables tables,
            TimeSource time) {
        this.years = years;
        this.milestones = milestones;
        this.roster = roster;
        this.nominations = nominations;
        this.required = required;
        this.tables = tables;
        this.time = time;
    }

    /** Whether duties of this type ask for files where a year asks for them at all. */
    public static boolean asks(DutyType type) {
        return switch (type) {
            case LAUNCH_PLAN,
                    UNIT_PLAN,
                    REGULATION,
                    CRITERIA,
                    PLEDGE,
                    SELF_SCORE,
                    ATTENDEES,
                    SUPPLEMENT,
                    DOSSIER,
                    CONFIRMATION -> true;
            default -> false;
        };
    }

    /** Evidence for scores: what comes late may still be let in by a ruling, until the freeze. */
    static boolean evidence(DutyType type) {
        return type == DutyType.SELF_SCORE || type == DutyType.SUPPLEMENT;
    }

    public static boolean withDocuments(Duty duty) {
        return Boolean.TRUE.equals(duty.detail().get(WITH_DOCUMENTS));
    }

    @Override
    public List<Slot> slots(Duty duty) {
        if (!withDocuments(duty)) {
            return List.of();
        }
        Plan plan = years.plan(duty.yearId());
        Demand demand = new Demand(
                plan.signedOriginals().contains(duty.type().code()),
                plan.trustedTimes().contains(duty.type().code()));
        Instant cutoff = demand.signedOriginal() ? cutoff(duty) : null;
        Draft draft = new Draft(duty.type(), demand, cutoff);
        switch (duty.type()) {
            case LAUNCH_PLAN, UNIT_PLAN -> draft.document("plan").other();
            case REGULATION -> draft.document("regulation").other();
            case CRITERIA -> draft.document("criteria").other();
            case PLEDGE -> draft.document("pledge");
            case ATTENDEES -> draft.document("list");
            case CONFIRMATION -> draft.document("confirmation").other();
            case DOSSIER -> {
                draft.group = DocumentWords.of("dossierGroup");
                draft.document("submission").document("report");
                if (!nominations.get(duty.yearId(), duty.key().subject()).collective()) {
                    draft.document("council");
                }
                draft.other();
            }
            case SELF_SCORE -> {
                draft.document("report");
                draft.criteria(tables.content(duty.yearId()), null, required.linesRequired());
            }
            case SUPPLEMENT ->
                draft.criteria(
                        tables.content(duty.yearId()),
                        roster.markedLines(duty.yearId(), duty.key().party()),
                        true);
            default -> {}
        }
        return draft.slots;
    }

    @Override
    public Intake intake(Duty duty) {
        ClusterYear year = years.get(duty.yearId());
        if (!withDocuments(duty)) {
            return closed("notOpen");
        }
        if (!year.running()) {
            return closed("closed");
        }
        boolean over = !time.now().isBefore(duty.effectiveDeadline());
        if (over && evidence(duty.type())) {
            return years.fact(duty.yearId(), "freeze").isPresent()
                    ? closed("frozen")
                    : new Intake(true, true, DocumentWords.of("lateEvidence"));
        }
        if (duty.state() == Duty.State.CLOSED) {
            return closed("closed");
        }
        if (duty.state() != Duty.State.OPEN) {
            return closed("handedIn");
        }
        boolean lateToo = evidence(duty.type()) || duty.type().staysOpen() != StaysOpen.NO;
        if (over) {
            return lateToo ? new Intake(true, true, DocumentWords.of("late")) : closed("closed");
        }
        return new Intake(true, lateToo, "");
    }

    private @Nullable Instant cutoff(Duty duty) {
        return Optional.ofNullable(milestones.all(duty.yearId()).get(DutyCode.EVIDENCE_CUTOFF))
                .map(MilestoneDates::limit)
                .orElse(null);
    }

    private static Intake closed(String why) {
        return new Intake(false, false, DocumentWords.of(why));
    }

    private static final class Draft {
        private final List<Slot> slots = new ArrayList<>();
        private final DutyType type;
        private final Demand demand;
        private final @Nullable Instant cutoff;
        private String group = "";

        Draft(DutyType type, Demand demand, @Nullable Instant cutoff) {
            this.type = type;
            this.demand = demand;
            this.cutoff = cutoff;
        }

        Draft document(String code) {
            slots.add(new Slot(code, DocumentWords.of(type + "." + code), group, true, false, demand, cutoff));
            return this;
        }

        Draft other() {
            slots.add(
                    new Slot("other", DocumentWords.of("other"), group, false, false, new Demand(false, false), null));
            return this;
        }

        /** @param marked only these lines, each to be answered; null: all of the table, those that require evidence required */
        void criteria(Criteria table, @Nullable List<String> marked, boolean required) {
            table.groups()
                    .forEach(g -> g.criteria().stream()
                            .filter(c -> marked == null || marked.contains(c.code()))
                            .forEach(c -> slots.add(new Slot(
                                    c.code(),
                                    c.code() + ". " + c.name(),
                                    g.code() + ". " + g.name(),
                                    required && (marked != null || c.evidenceRequired()),
                                    marked != null,
                                    demand,
                                    cutoff))));
        }
    }
}
