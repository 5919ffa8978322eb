package vn.thidua.scoring.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.comment.CommentReading;
import vn.thidua.duty.comment.CommentRound;
import vn.thidua.duty.comment.CommentSeats;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaDiff;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.workbook.CriteriaWorkbook;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** What the pages of the criteria table show. Whether somebody belongs to the year is for the caller to know. */
@Service
@Transactional(readOnly = true)
public class CriteriaViews {
    private final CriteriaTables tables;
    private final CriteriaHistory history;
    private final CriteriaDrafting drafting;
    private final TableViews views;
    private final CommentReading comments;
    private final RoundViews rounds;
    private final Milestones milestones;
    private final YearStore years;
    private final TimeSource time;

    CriteriaViews(
            CriteriaTables tables,
            CriteriaHistory history,
            CriteriaDrafting drafting,
            TableViews views,
            CommentReading comments,
            RoundViews rounds,
            Milestones milestones,
            YearStore years,
            TimeSource time) {
        this.tables = tables;
        this.history = history;
        this.drafting = drafting;
        this.views = views;
        this.comments = comments;
        this.rounds = rounds;
        this.milestones = milestones;
        this.years = years;
        this.time = time;
    }

    public CriteriaView of(String yearId, String person) {
        Plan plan = years.plan(yearId);
        Optional<CriteriaTable> draft = tables.draft(yearId);
        Optional<CriteriaTable> inForce = tables.inForce(yearId);
        Optional<CommentRound> open = comments.open(yearId, CriteriaSubject.CODE);
        CriteriaView.Rights may = rights(plan, person, draft, open);
        Criteria before = inForce.map(CriteriaTable::content).orElse(plan.criteria());
        return new CriteriaView(
                yearId,
                status(plan, draft, inForce, open),
                draft.or(() -> inForce).map(views::of).orElseGet(() -> views.ofPlan(plan)),
                draft.isPresent() ? inForce.map(views::of).orElse(null) : null,
                draft.map(d -> CriteriaDiff.between(before, d.content()).sentences())
                        .orElse(List.of()),
                draft.map(this::sinceRound).orElse(List.of()),
                draft.isPresent() || history.lastIssue(yearId) == null ? drafting.missing(yearId) : List.of(),
                may.issue()
                        ? draft.map(d -> drafting.fallen(yearId, d.content())).orElse(List.of())
                        : List.of(),
                rounds.of(plan),
                versions(plan),
                history.lastVersion(yearId),
                may);
    }

    /** Empty where there is no such version. */
    public Optional<CriteriaView.OneVersion> version(String yearId, int version) {
        Plan plan = years.plan(yearId);
        return history.version(yearId, version).map(table -> {
            Optional<CriteriaTable> before = history.version(yearId, version - 1);
            return new CriteriaView.OneVersion(
                    yearId,
                    views.of(table),
                    VersionWords.facts(plan, table),
                    before.map(b -> "phiên bản " + b.version()).orElse("bảng trong kế hoạch năm"),
                    CriteriaDiff.between(before.map(CriteriaTable::content).orElse(plan.criteria()), table.content())
                            .sentences());
        });
    }

    /** The workbook of a version; of the last one, or the plan's table, where {@code version} is 0. */
    public Optional<byte[]> workbook(String yearId, int version) {
        Plan plan = years.plan(yearId);
        String yearName = DutyTexts.yearName(plan);
        Optional<CriteriaTable> table =
                version == 0 ? tables.draft(yearId).or(() -> tables.inForce(yearId)) : history.version(yearId, version);
        if (table.isEmpty() && version != 0) {
            return Optional.empty();
        }
        CriteriaWorkbook.Head head = new CriteriaWorkbook.Head(
                yearName, table.map(TableViews::title).orElse("Bảng tiêu chí trong kế hoạch năm"));
        return Optional.of(
                CriteriaWorkbook.write(head, table.map(CriteriaTable::content).orElse(plan.criteria())));
    }

    private CriteriaView.Rights rights(
            Plan plan, String person, Optional<CriteriaTable> draft, Optional<CommentRound> open) {
        String yearId = plan.yearId();
        boolean running = years.get(yearId).running();
        boolean author = running && CommentSeats.isAuthor(plan, person, time.now());
        boolean drafts = author && !history.closed(yearId);
        Optional<String> unit = running ? CommentSeats.unit(plan, person, time.now()) : Optional.empty();
        boolean asked = open.isPresent() && unit.isPresent();
        return new CriteriaView.Rights(
                drafts && open.isEmpty(),
                drafts && open.isEmpty(),
                drafts && open.isPresent(),
                author,
                asked,
                asked && comments.silent(open.get()).contains(unit.get()),
                drafts && draft.isPresent() && history.lastIssue(yearId) != null && open.isEmpty());
    }

    private List<String> status(
            Plan plan, Optional<CriteriaTable> draft, Optional<CriteriaTable> inForce, Optional<CommentRound> open) {
        List<String> status = new ArrayList<>();
        status.add(inForce.map(t -> VersionWords.inForce(plan, t))
                .orElseGet(() -> "Chưa ban hành bảng tiêu chí; thời hạn ban hành: "
                        + milestones.get(plan.yearId(), DutyCode.CRITERIA).inWords() + "."));
        draft.ifPresent(
                d -> status.add("Có dự thảo phiên bản " + d.version() + ", " + VersionWords.drafted(plan, d) + "."));
        open.ifPresent(round -> {
            List<String> silent = comments.silent(round);
            int asked = CommentSeats.asked(plan).size();
            status.add("Đang lấy ý kiến các đơn vị đến trước " + Vietnam.words(round.endsAt()) + "; đã trả lời "
                    + (asked - silent.size()) + "/" + asked + " đơn vị.");
        });
        return status;
    }

    /** Changes that the members have not had before them. */
    private List<String> sinceRound(CriteriaTable draft) {
        return history.rounds(draft).stream()
                .reduce((earlier, later) -> later)
                .flatMap(round -> history.version(draft.yearId(), round.version()))
                .map(laid ->
                        CriteriaDiff.between(laid.content(), draft.content()).sentences())
                .orElse(List.of());
    }

    private List<CriteriaView.Version> versions(Plan plan) {
        return history.versions(plan.yearId()).stream()
                .sorted(Comparator.comparing(CriteriaTable::version).reversed())
                .map(t -> new CriteriaView.Version(
                        t.version(),
                        TableViews.title(t).replaceAll(" \\(phiên bản .*", ""),
                        VersionWords.drafted(plan, t),
                        t.issuedAt() == null ? "" : VersionWords.issued(plan, t),
                        t.reason(),
                        t.version() > 1))
                .toList();
    }
}
