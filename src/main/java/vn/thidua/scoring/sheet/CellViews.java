package vn.thidua.scoring.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.Line;

/** The small parts of what the browser shows: cells, notes, lines. */
public final class CellViews {
    private CellViews() {}

    public static SheetView.Cell cell(Plan plan, Entry entry, int changes, boolean replaced) {
        return new SheetView.Cell(
                entry.id(),
                text(entry.figure().points()),
                text(entry.figure().bonus()),
                entry.figure().count(),
                entry.reason(),
                person(plan, entry.by()),
                entry.by(),
                entry.party(),
                DutyTexts.partyName(plan, entry.party()),
                entry.at(),
                changes,
                replaced,
                entry.act().name(),
                entry.act() == Entry.Act.UNDONE ? entry.replaces() : null);
    }

    public static SheetView.NoteView note(Plan plan, Note note) {
        return new SheetView.NoteView(
                note.id(),
                note.kind().name(),
                note.text(),
                person(plan, note.by()),
                note.party(),
                DutyTexts.partyName(plan, note.party()),
                note.at());
    }

    public static List<SheetView.Group> groups(Criteria table) {
        List<SheetView.Group> groups = new ArrayList<>();
        table.groups()
                .forEach(group -> groups.add(new SheetView.Group(
                        group.code(),
                        group.name(),
                        Decimals.text(group.max()),
                        group.criteria().stream().map(c -> c.code()).toList())));
        return groups;
    }

    public static SheetView.@Nullable Deduct deduct(Line line) {
        return line.deduct() == null
                ? null
                : new SheetView.Deduct(
                        Decimals.text(line.deduct().points()),
                        line.deduct().per().name(),
                        text(line.deduct().most()));
    }

    public static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : Decimals.text(value);
    }

    /** Of a person alone: where a name is shown, the party stands beside it or goes without saying. */
    static String person(Plan plan, String id) {
        return id.equals("system")
                ? "Hệ thống"
                : plan.person(id).map(Person::name).orElse("tài khoản «" + id + "»");
    }
}
