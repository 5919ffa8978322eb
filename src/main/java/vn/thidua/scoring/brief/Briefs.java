package vn.thidua.scoring.brief;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.NoSeat;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.sheet.Circumstances;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Note;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.scoring.sheet.SheetAccess;
import vn.thidua.scoring.sheet.SheetNotes;
import vn.thidua.scoring.sheet.SheetRights;
import vn.thidua.year.YearStore;

/**
 * The only way to a unit's brief (S1-21): its own people read it, its officers write what they mean to object to, and in the meeting its
 * head, or whoever sits there for the unit, makes objections of it. It is nobody else's to see, not the leader's nor the standing agency's: it is how the unit prepares to answer them.
 */
@Service
public class Briefs {
    private static final int LONGEST_TEXT = 2_000;

    private final BriefMaking making;
    private final Proposals proposals;
    private final SheetNotes notes;
    private final ScoreRepository scores;
    private final SheetAccess access;
    private final CriteriaTables tables;
    private final YearStore years;

    Briefs(
            BriefMaking making,
            Proposals proposals,
            SheetNotes notes,
            ScoreRepository scores,
            SheetAccess access,
            CriteriaTables tables,
            YearStore years) {
        this.making = making;
        this.proposals = proposals;
        this.notes = notes;
        this.scores = scores;
        this.access = access;
        this.tables = tables;
        this.years = years;
    }

    /** Empty where there is no such sheet, or the person is not of the unit. */
    @Transactional(readOnly = true)
    public Optional<Brief> of(String person, String yearId, String unit) {
        return own(person, yearId, unit)
                ? Optional.of(
                        making.brief(person, yearId, unit, standing(yearId, unit), mayPropose(person, yearId, unit)))
                : Optional.empty();
    }

    /** What the unit means to object to, line by line; empty where the person is not of the unit. */
    @Transactional(readOnly = true)
    public Optional<List<Proposal>> proposals(String person, String yearId, String unit) {
        return own(person, yearId, unit) ? Optional.of(standing(yearId, unit)) : Optional.empty();
    }

    /**
     * Writes what the unit means to object to on a line.
     *
     * @param base the proposal that the person has seen; null where there was none
     * @param text an empty one takes back what stood
     * @throws NoSeat where it is not the person's to write, or the meeting is over
     * @throws Overtaken where a colleague was faster
     */
    @Transactional
    public Proposal propose(
            String person, String yearId, String unit, String line, @Nullable Long base, @Nullable String text) {
        if (!mayPropose(person, yearId, unit)) {
            throw new NoSeat(
                    "Chỉ chuyên viên được giao tự chấm điểm của đơn vị ghi được đề xuất phản biện, đến khi họp chấm điểm kết thúc.");
        }
        if (tables.inForce(yearId).flatMap(table -> table.line(line)).isEmpty()) {
            throw new DutyRefused("Bảng tiêu chí đang áp dụng không có dòng «" + line + "». Tải lại trang.");
        }
        String said = BriefTexts.clean(text, "text", LONGEST_TEXT);
        return proposals.insert(
                yearId, unit, line, said, null, person, base == null ? takenBack(yearId, unit, line) : base);
    }

    /** What was taken back is not shown, so whoever writes anew has not seen it; it is replaced all the same. */
    private @Nullable Long takenBack(String yearId, String unit, String line) {
        return proposals
                .current(yearId, unit, line)
                .filter(p -> p.text().isEmpty())
                .map(Proposal::id)
                .orElse(null);
    }

    /**
     * Makes an objection of what was proposed, in the meeting and for everybody to see.
     *
     * @throws NoSeat outside the meeting, or where the person is not of the unit
     * @throws Overtaken where a colleague has done so already
     */
    @Transactional
    public Note raise(String person, String yearId, String unit, String line) {
        if (!own(person, yearId, unit)) {
            throw new NoSeat("Chỉ người của đơn vị nêu được đề xuất phản biện của đơn vị.");
        }
        Proposal proposal = proposals
                .current(yearId, unit, line)
                .filter(p -> !p.text().isEmpty())
                .orElseThrow(() -> new DutyRefused("Dòng " + line + " không có đề xuất phản biện. Tải lại trang."));
        if (proposal.note() != null) {
            throw new DutyRefused("Đề xuất phản biện dòng " + line + " đã được nêu trong cuộc họp.");
        }
        Note note = notes.say(person, yearId, unit, line, Note.Kind.OBJECTION, proposal.text());
        proposals.insert(yearId, unit, line, proposal.text(), note.id(), person, proposal.id());
        return note;
    }

    /** Whether the person belongs to the unit and it has a sheet in this year. */
    public boolean own(String person, String yearId, String unit) {
        if (years.find(yearId).isEmpty() || !scores.hasSheet(yearId, unit)) {
            return false;
        }
        return access.who(person, years.plan(yearId), unit).parties().contains(unit);
    }

    /** The units whose briefs the person may read; usually one. */
    public List<String> own(String person, String yearId) {
        return scores.sheets(yearId).stream()
                .filter(unit -> own(person, yearId, unit))
                .toList();
    }

    private List<Proposal> standing(String yearId, String unit) {
        return proposals.current(yearId, unit).stream()
                .filter(p -> !p.text().isEmpty())
                .toList();
    }

    private boolean mayPropose(String person, String yearId, String unit) {
        Plan plan = years.plan(yearId);
        SheetRights.Who who = access.who(person, plan, unit);
        Circumstances now = access.circumstances(yearId, unit);
        return who.parties().contains(unit)
                && who.seats().contains(Column.SELF)
                && now.running()
                && !now.meetingEnded()
                && !now.frozen();
    }
}
