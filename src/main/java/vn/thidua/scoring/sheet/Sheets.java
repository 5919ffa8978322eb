package vn.thidua.scoring.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.NoSeat;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.year.YearStore;

/**
 * The only way in to figures as a person. Each write says what it has seen; nothing is overwritten unseen, nothing is ever
 * deleted, and nobody sets a figure that {@link SheetRights} does not give them.
 */
@Service
public class Sheets {
    private static final int LONGEST_TEXT = 2_000;

    private final ScoreRepository scores;
    private final SheetStore store;
    private final CriteriaTables tables;
    private final SheetAccess access;
    private final DutyRepository duties;
    private final YearStore years;
    private final Journal journal;

    Sheets(
            ScoreRepository scores,
            SheetStore store,
            CriteriaTables tables,
            SheetAccess access,
            DutyRepository duties,
            YearStore years,
            Journal journal) {
        this.scores = scores;
        this.store = store;
        this.tables = tables;
        this.access = access;
        this.duties = duties;
        this.years = years;
        this.journal = journal;
    }

    /** @param base the entry that the person saw in the cell; null where they saw none */
    public record Write(
            String line, Column column, @Nullable Long base, Figure figure, String reason) {}

    /**
     * What became of one write.
     *
     * @param entry what stands now; null where nothing was written
     * @param problem why not
     */
    public record Written(
            Write write, @Nullable Entry entry, @Nullable RuntimeException problem) {}

    /**
     * Sets a figure.
     *
     * @throws NoSeat where the person may not set this column now
     * @throws FigureCheck.Refused where the figure does not fit its line
     * @throws StaleCell where the cell holds something that the person has not seen
     */
    @Transactional
    public Entry write(String person, String yearId, String unit, Write write) {
        Written written = writeAll(person, yearId, unit, List.of(write)).get(0);
        if (written.problem() != null) {
            throw written.problem();
        }
        return Objects.requireNonNull(written.entry());
    }

    /** Sets figures, each by itself: what cannot be written keeps nothing else back. */
    @Transactional
    public List<Written> writeAll(String person, String yearId, String unit, List<Write> writes) {
        Plan plan = years.plan(yearId);
        lock(plan, unit, writes.stream().map(Write::column).distinct().sorted().toList());
        CriteriaTable table = tables.inForce(yearId).orElseThrow(() -> new DutyRefused("Chưa có bảng tiêu chí."));
        SheetRights rights = access.rights(person, yearId, unit);
        Sheet sheet = store.find(yearId, unit).orElseThrow(() -> new DutyRefused("Đơn vị này chưa có bảng điểm."));
        List<Written> written = new ArrayList<>();
        for (Write write : writes) {
            try {
                written.add(new Written(write, write(person, plan, table, rights, sheet, write), null));
            } catch (DutyRefused | FigureCheck.Refused | StaleCell e) {
                written.add(new Written(write, null, e));
            }
        }
        return written;
    }

    private Entry write(String person, Plan plan, CriteriaTable table, SheetRights rights, Sheet sheet, Write write) {
        String yearId = plan.yearId();
        Line line = line(table, write.line());
        requireWritable(rights, write.column(), sheet, line, yearId);
        String reason = text(write.reason(), "reason");
        Figure figure = FigureCheck.checked(line, write.figure());
        if (write.column() == Column.AGREED && reason.isBlank()) {
            throw new FigureCheck.Refused("reason", "Ghi lý do thống nhất điểm dòng " + line.code() + ".");
        }
        if (write.column() == Column.AGREED
                && line.kind() == Line.Kind.CRITERION
                && !figure.none()
                && figure.points() == null) {
            throw new FigureCheck.Refused(
                    "points", "Ghi điểm thống nhất dòng " + line.code() + "; điểm thưởng chỉ ghi cùng với điểm.");
        }
        Entry before = sheet.entry(line.code(), write.column()).orElse(null);
        boolean seen = Objects.equals(before == null ? null : before.id(), write.base());
        if (before != null
                && seen
                && before.figure().equals(figure)
                && before.reason().equals(reason)) {
            return before;
        }
        Entry entry = insert(
                yearId,
                new ScoreRepository.New(
                        sheet.unit(),
                        line.code(),
                        write.column(),
                        table.version(),
                        figure,
                        reason,
                        person,
                        access.party(person, plan, sheet.unit(), write.column()),
                        Entry.Act.SET,
                        write.base()));
        if (write.column() == Column.AGREED) {
            record(yearId, JournalEvent.AGREED, entry, before);
        }
        return entry;
    }

    /** Puts what stood in an agreed cell before entry {@code id} there again, as an entry of its own. */
    @Transactional
    public Entry undo(String person, String yearId, long id) {
        Entry undone = scores.find(yearId, id)
                .filter(entry -> entry.column() == Column.AGREED)
                .filter(entry -> entry.act() == Entry.Act.SET || entry.act() == Entry.Act.UNDONE)
                .orElseThrow(() -> new DutyRefused("Không có lần thống nhất điểm này, hoặc không hoàn tác được."));
        Plan plan = years.plan(yearId);
        scores.lock(yearId);
        SheetRights rights = access.rights(person, yearId, undone.unit());
        CriteriaTable table = tables.inForce(yearId).orElseThrow();
        Sheet sheet = store.find(yearId, undone.unit()).orElseThrow();
        Line line = line(table, undone.line());
        requireWritable(rights, Column.AGREED, sheet, line, yearId);
        Entry before = undone.replaces() == null
                ? null
                : scores.find(yearId, undone.replaces()).orElseThrow();
        Entry entry = insert(
                yearId,
                new ScoreRepository.New(
                        undone.unit(),
                        undone.line(),
                        Column.AGREED,
                        table.version(),
                        before == null ? Figure.NONE : FigureCheck.checked(line, before.figure()),
                        before == null ? "" : before.reason(),
                        person,
                        access.party(person, plan, undone.unit(), Column.AGREED),
                        Entry.Act.UNDONE,
                        undone.id()));
        record(yearId, JournalEvent.UNDONE, entry, undone);
        return entry;
    }

    private void requireWritable(SheetRights rights, Column column, Sheet sheet, Line line, String yearId) {
        if (!rights.writable().contains(column)) {
            throw new NoSeat(
                    rights.whyNot().isEmpty()
                            ? "Tài khoản này không sửa được cột «" + column.title() + "»."
                            : rights.whyNot());
        }
        if (column == Column.AGREED && rights.markedOnly() && settledInMeeting(sheet, line, yearId)) {
            throw new NoSeat(
                    "Dòng " + line.code()
                            + " đã thống nhất tại cuộc họp; sau họp chỉ sửa được dòng được bổ sung minh chứng hoặc chưa thống nhất.");
        }
    }

    /** After the meeting only what was marked, or left open by it, is settled. */
    private boolean settledInMeeting(Sheet sheet, Line line, String yearId) {
        return !sheet.marked(line.code())
                && sheet.entry(line.code(), Column.AGREED)
                        .filter(entry -> !entry.figure().none())
                        .isPresent()
                && scores.agreedProvisionally(yearId, sheet.unit()).contains(line.code());
    }

    /**
     * What is agreed is written one after another. A draft is written against its duty, so that handing in and the cut-off see it whole
     * or not at all; and against results, so that none is made while an entry with a lower number is still to come.
     */
    private void lock(Plan plan, String unit, List<Column> columns) {
        if (columns.contains(Column.AGREED)) {
            scores.lock(plan.yearId());
        } else {
            scores.lockShared(plan.yearId());
        }
        for (Column column : columns) {
            if (column == Column.SELF || column != Column.AGREED && !unit.equals(column.appraiser(plan))) {
                var key = SheetAccess.key(plan, unit, column);
                if (duties.find(key).isPresent()) {
                    duties.lock(key);
                }
            }
        }
    }

    static Line line(CriteriaTable table, String code) {
        return table.line(code)
                .orElseThrow(() ->
                        new DutyRefused("Bảng tiêu chí đang áp dụng không có dòng «" + code + "». Tải lại trang."));
    }

    private Entry insert(String yearId, ScoreRepository.New entry) {
        return scores.insert(yearId, entry)
                .orElseThrow(() -> new StaleCell(scores.current(yearId, entry.unit(), entry.line(), entry.column())));
    }

    /**
     * A reason as it is kept.
     *
     * @throws FigureCheck.Refused with {@code missing} where there is none, or with what else is wrong
     */
    public static String reason(@Nullable String text, String missing) {
        String said = text(text, "reason");
        if (said.isBlank()) {
            throw new FigureCheck.Refused("reason", missing);
        }
        return said;
    }

    static String text(@Nullable String text, String field) {
        String said = text == null ? "" : java.text.Normalizer.normalize(text.strip(), java.text.Normalizer.Form.NFC);
        if (said.length() > LONGEST_TEXT) {
            throw new FigureCheck.Refused(
                    field, "Nội dung dài " + said.length() + " ký tự; viết gọn trong " + LONGEST_TEXT + ".");
        }
        if (said.indexOf('\0') >= 0) {
            throw new FigureCheck.Refused(field, "Nội dung có ký tự không ghi được; gõ lại.");
        }
        return said;
    }

    private void record(String yearId, JournalEvent event, Entry entry, @Nullable Entry before) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("line", entry.line());
        detail.put("entry", entry.id());
        detail.put("from", before == null ? "" : words(before.figure()));
        detail.put("to", words(entry.figure()));
        detail.put("reason", entry.reason());
        detail.put("party", entry.party());
        journal.record(yearId, event, DutyCode.SCORING_MEETING.code(), entry.unit(), entry.by(), detail);
    }

    /** "9,5", "9,5 + 1 thưởng", "2 lần: trừ 1"; empty where nothing stands. */
    public static String words(Figure figure) {
        List<String> parts = new ArrayList<>();
        if (figure.count() != null) {
            parts.add(figure.count() + " lần");
        }
        if (figure.points() != null) {
            parts.add(Decimals.shown(figure.points()));
        }
        if (figure.bonus() != null) {
            parts.add("thưởng " + Decimals.shown(figure.bonus()));
        }
        return String.join("; ", parts);
    }
}
