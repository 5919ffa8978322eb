package vn.thidua.scoring.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as the browser shows it to one person; figures are texts with a decimal point, so that nothing is rounded on the way.
 *
 * @param evidence the duty whose files go with the self-score; null where the person does not see it
 */
public record SheetView(
        String year,
        String yearName,
        String unit,
        String unitName,
        Table table,
        Instant now,
        long stand,
        Person me,
        @Nullable Long evidence,
        String mode,
        @Nullable Heading heading,
        List<Column> columns,
        Set<Column> writable,
        String whyNot,
        boolean mayExplain,
        boolean mayObject,
        boolean mayMark,
        Map<Column, HandedIn> handedIn,
        @Nullable Saved saved,
        List<Group> groups,
        List<LineView> lines) {

    /** Who looks. */
    public record Person(String id, String name) {}

    public record Table(int version, String state, String reference) {}

    public record Heading(
            String title, String boundary, @Nullable Instant deadline, String consequence, String contact) {}

    public record HandedIn(Instant at, String by) {}

    public record Saved(Instant at, String by) {}

    public record Group(String code, String name, String max, List<String> lines) {}

    public record Deduct(
            String points, String per, @Nullable String most) {}

    public record Known(
            String text,
            @Nullable String points,
            @Nullable String bonus,
            @Nullable Integer count) {}

    public record LineView(
            String code,
            String kind,
            @Nullable String group,
            String name,
            String max,
            String step,
            @Nullable String bonusMax,
            @Nullable Deduct deduct,
            @Nullable String penaltyText,
            boolean evidence,
            @Nullable String supplier,
            @Nullable Known known,
            @Nullable Integer files,
            boolean contested,
            boolean marked,
            boolean carried,
            Map<Column, Cell> cells,
            List<NoteView> notes) {}

    public record Cell(
            long id,
            @Nullable String points,
            @Nullable String bonus,
            @Nullable Integer count,
            String reason,
            String by,
            String byId,
            String party,
            String partyName,
            Instant at,
            int changes,
            boolean replaced,
            String act,
            @Nullable Long undoes) {}

    public record NoteView(long id, String kind, String text, String by, String party, String partyName, Instant at) {}

    public record Past(List<PastCell> entries, List<NoteView> notes) {}

    public record PastCell(Column column, Cell cell) {}
}
