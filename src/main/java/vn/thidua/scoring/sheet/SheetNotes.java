package vn.thidua.scoring.sheet;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.duty.NoSeat;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.year.YearStore;

/** The only way in to what people say about lines: explanations, objections, marks for evidence. Nothing said is ever deleted. */
@Service
public class SheetNotes {
    private final ScoreRepository scores;
    private final SheetStore store;
    private final CriteriaTables tables;
    private final SheetAccess access;
    private final YearStore years;
    private final Journal journal;

    SheetNotes(
            ScoreRepository scores,
            SheetStore store,
            CriteriaTables tables,
            SheetAccess access,
            YearStore years,
            Journal journal) {
        this.scores = scores;
        this.store = store;
        this.tables = tables;
        this.access = access;
        this.years = years;
        this.journal = journal;
    }

    /**
     * Says something about a line.
     *
     * @throws NoSeat where it is not the person's to say, or not the time
     * @throws FigureCheck.Refused where nothing is said
     */
    @Transactional
    public Note say(String person, String yearId, String unit, String lineCode, Note.Kind kind, String said) {
        Plan plan = years.plan(yearId);
        scores.lock(yearId);
        SheetRights rights = access.rights(person, yearId, unit);
        Line line = Sheets.line(tables.inForce(yearId).orElseThrow(), lineCode);
        boolean may = switch (kind) {
            case EXPLANATION -> rights.mayExplain();
            case OBJECTION -> rights.mayObject();
            case MARKED, UNMARKED -> rights.mayMark();
        };
        if (!may) {
            throw new NoSeat(
                    kind == Note.Kind.EXPLANATION
                            ? "Đơn vị giải trình từ khi có đủ kết quả thẩm định đến trước giờ họp chấm điểm."
                            : "Chỉ ghi được trong cuộc họp chấm điểm, bởi người được giao; không ai đánh dấu dòng của đơn vị mình.");
        }
        Sheet sheet = store.find(yearId, unit).orElseThrow();
        if (kind == Note.Kind.EXPLANATION && !sheet.contested(line)) {
            throw new FigureCheck.Refused(
                    "text", "Dòng " + line.code() + " không có chênh lệch nên không cần giải trình.");
        }
        String text = Sheets.text(said, "text");
        if (text.isBlank()) {
            throw new FigureCheck.Refused("text", "Ghi nội dung, lý do cho dòng " + line.code() + ".");
        }
        Column as = kind == Note.Kind.MARKED || kind == Note.Kind.UNMARKED ? Column.AGREED : Column.SELF;
        Note note = scores.insert(yearId, unit, line.code(), kind, text, person, access.party(person, plan, unit, as));
        journal.record(
                yearId,
                switch (kind) {
                    case EXPLANATION -> JournalEvent.EXPLAINED;
                    case OBJECTION -> JournalEvent.OBJECTED;
                    case MARKED -> JournalEvent.MARKED;
                    case UNMARKED -> JournalEvent.UNMARKED;
                },
                DutyCode.SCORING_MEETING.code(),
                unit,
                person,
                Map.of("line", line.code(), "text", text, "party", note.party()));
        return note;
    }
}
