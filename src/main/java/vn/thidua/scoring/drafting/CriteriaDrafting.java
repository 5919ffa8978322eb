package vn.thidua.scoring.drafting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.comment.CommentReading;
import vn.thidua.duty.comment.CommentRounds;
import vn.thidua.duty.comment.CommentSeats;
import vn.thidua.duty.form.FreeText;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaDiff;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.workbook.CriteriaReading;
import vn.thidua.scoring.criteria.workbook.CriteriaWorkbook;
import vn.thidua.scoring.criteria.workbook.WorkbookRefused;
import vn.thidua.scoring.sheet.CarryOver;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.scoring.sheet.TableIssuing;
import vn.thidua.year.YearStore;

/** The leader's acts on a criteria table: a draft from a workbook, issuing it, a new version with a reason (S2-11). */
@Service
public class CriteriaDrafting {
    private final CriteriaTables tables;
    private final CriteriaHistory history;
    private final CriteriaSubject subject;
    private final CommentReading comments;
    private final TableIssuing issuing;
    private final ScoreRepository scores;
    private final CriteriaNotices notices;
    private final YearStore years;
    private final Journal journal;
    private final TimeSource time;

    CriteriaDrafting(
            CriteriaTables tables,
            CriteriaHistory history,
            CriteriaSubject subject,
            CommentReading comments,
            TableIssuing issuing,
            ScoreRepository scores,
            CriteriaNotices notices,
            YearStore years,
            Journal journal,
            TimeSource time) {
        this.tables = tables;
        this.history = history;
        this.subject = subject;
        this.comments = comments;
        this.issuing = issuing;
        this.scores = scores;
        this.notices = notices;
        this.years = years;
        this.journal = journal;
        this.time = time;
    }

    /**
     * Reads a workbook and says what would come of it; changes nothing.
     *
     * @throws WorkbookRefused where it is no workbook that may be read; {@link vn.thidua.duty.NoSeat} unless {@code by} drafts
     */
    public Preview preview(String yearId, byte[] file, String by) {
        requireAuthor(yearId, by);
        CriteriaReading reading = CriteriaWorkbook.read(file);
        Criteria read = reading.criteria();
        int base = history.lastVersion(yearId);
        if (read == null) {
            return new Preview(reading.mistakes(), reading.warnings(), base, "", List.of(), List.of());
        }
        return new Preview(
                List.of(),
                reading.warnings(),
                base,
                comparedWith(yearId),
                CriteriaDiff.between(last(yearId), read).sentences(),
                fallen(yearId, read));
    }

    /**
     * Makes a workbook the draft.
     *
     * @param base the last version that there was when the workbook was looked at
     * @throws DutyRefused where it has mistakes or changes nothing, members comment on the draft just now, or it is not the last version
     */
    @Transactional
    public CriteriaTable accept(String yearId, byte[] file, int base, String by) {
        requireAuthor(yearId, by);
        CriteriaReading reading = CriteriaWorkbook.read(file);
        Criteria read = reading.criteria();
        if (read == null) {
            throw new DutyRefused(
                    "Tệp còn " + reading.mistakes().size() + " lỗi nên chưa thành dự thảo được. Xem lại các lỗi.");
        }
        scores.lock(yearId);
        if (history.lastVersion(yearId) != base) {
            throw new DutyRefused(
                    "Trong lúc xem trước đã có phiên bản khác được lập. Tải lại trang, xem thay đổi, rồi tải tệp lên lại.");
        }
        if (comments.open(yearId, CriteriaSubject.CODE).isPresent()) {
            throw new DutyRefused(
                    "Các đơn vị đang góp ý dự thảo nên chưa thay dự thảo được. Chờ hết thời gian lấy ý kiến, hoặc hủy đợt lấy ý kiến.");
        }
        List<String> changes = CriteriaDiff.between(last(yearId), read).sentences();
        if (changes.isEmpty()) {
            throw new DutyRefused("Tệp không khác " + comparedWith(yearId) + ", nên không có gì để thay.");
        }
        CriteriaTable draft = tables.replaceDraft(yearId, read, CriteriaTable.Source.WORKBOOK, by);
        journal.record(
                yearId,
                JournalEvent.DRAFTED,
                DutyCode.CRITERIA.code(),
                null,
                by,
                Map.of("version", draft.version(), "changes", changes));
        return draft;
    }

    /** What keeps the draft from being issued, a Vietnamese sentence each; empty where nothing does. */
    public List<String> missing(String yearId) {
        Instant lastIssue = history.lastIssue(yearId);
        return comments.missing(yearId, subject, lastIssue, lastIssue == null);
    }

    /** @throws DutyRefused naming everything that keeps the draft from being issued: no round held, one still open, comments unanswered */
    public void requireIssuable(String yearId) {
        List<String> missing = missing(yearId);
        if (!missing.isEmpty()) {
            throw new DutyRefused("Chưa ban hành được bảng tiêu chí. " + String.join(" ", missing));
        }
    }

    /**
     * Issues the draft, and tells every unit. Whether it may be issued is for the caller to ask ({@link #requireIssuable}).
     *
     * @param reason empty for the first version that the leader issues
     */
    @Transactional
    public CarryOver issue(String yearId, String by, String reason) {
        CarryOver carried = issuing.issue(yearId, by, reason);
        notices.issued(tables.inForce(yearId).orElseThrow(), carried);
        return carried;
    }

    /**
     * The draft takes the place of an issued version.
     *
     * @param version of the draft that the person has seen
     * @throws DutyRefused where nothing was issued yet, comments are open, or the draft is another one by now
     */
    @Transactional
    public CarryOver issueNewVersion(String yearId, int version, @Nullable String reason, String by) {
        requireAuthor(yearId, by);
        String why = FreeText.required(reason, "Lý do ban hành phiên bản mới", CommentRounds.LONGEST);
        scores.lock(yearId);
        if (history.lastIssue(yearId) == null) {
            throw new DutyRefused(
                    "Chưa ban hành phiên bản nào; ban hành lần đầu ở nhiệm vụ «Ban hành bảng tiêu chí chấm điểm» trong danh sách công việc.");
        }
        if (tables.draft(yearId).filter(draft -> draft.version() == version).isEmpty()) {
            throw new DutyRefused("Dự thảo này đã được thay. Tải lại trang, xem dự thảo hiện tại rồi ban hành.");
        }
        requireIssuable(yearId);
        return issue(yearId, by, why);
    }

    /** Figures that a table would have no place for, a Vietnamese sentence each; none before a table is in force. */
    List<String> fallen(String yearId, Criteria content) {
        return FallenWords.counted(issuing.preview(yearId, content).fallen());
    }

    /** The last version that somebody laid down: the draft, else what is in force, else the plan's table. */
    private Criteria last(String yearId) {
        return tables.draft(yearId).map(CriteriaTable::content).orElseGet(() -> tables.content(yearId));
    }

    private String comparedWith(String yearId) {
        Optional<CriteriaTable> draft = tables.draft(yearId);
        if (draft.isPresent()) {
            return "dự thảo hiện tại (phiên bản " + draft.get().version() + ")";
        }
        return tables.inForce(yearId)
                .map(table -> "bảng đang áp dụng (phiên bản " + table.version() + ")")
                .orElse("bảng trong kế hoạch năm");
    }

    private void requireAuthor(String yearId, String by) {
        Plan plan = years.plan(yearId);
        CommentSeats.requireAuthor(plan, by, time.now());
        if (history.closed(yearId)) {
            throw new DutyRefused(
                    "Kết quả đã chốt hoặc năm thi đua đã kết thúc nên bảng tiêu chí không thay đổi được nữa.");
        }
    }
}
