package vn.thidua.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plain document in Vietnamese as an A4 PDF with its own font, so that it reads the same everywhere: a title, paragraphs, lines of
 * "label: value", tables. The same content gives the same bytes, so that a hash of it can be kept instead of the file.
 *
 * <pre>{@code byte[] pdf = PlainPdf.titled("Giấy biên nhận").line("Số", "12").paragraph("…").bytes();}</pre>
 */
public final class PlainPdf {
    private static final float SIZE = 12;
    private static final float TABLE_SIZE = 10;
    private static final float LABEL_WIDTH = 150;
    private static final float GAP = 6;

    private final String title;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, String> info = new LinkedHashMap<>();

    private PlainPdf(String title) {
        this.title = title;
    }

    private sealed interface Part permits Said, Table {}

    private record Said(@Nullable String label, String text, Face face) implements Part {}

    private record Table(List<Column> columns, List<List<String>> rows) implements Part {}

    /**
     * A column of a table.
     *
     * @param share of the width, in relation to the others'
     */
    public record Column(String head, float share, Sheets.Stand stand) {
        public static Column text(String head, float share) {
            return new Column(head, share, Sheets.Stand.LEFT);
        }

        public static Column number(String head, float share) {
            return new Column(head, share, Sheets.Stand.RIGHT);
        }
    }

    /** @param title stands on top, and in the document information */
    public static PlainPdf titled(String title) {
        return new PlainPdf(title);
    }

    /** A bold line between parts. */
    public PlainPdf heading(String text) {
        return with(null, text, Face.BOLD);
    }

    public PlainPdf paragraph(String text) {
        return with(null, text, Face.REGULAR);
    }

    /** Smaller things said by the way, in italics. */
    public PlainPdf note(String text) {
        return with(null, text, Face.ITALIC);
    }

    /** "label: value", the values below each other. */
    public PlainPdf line(String label, String value) {
        return with(label, value, Face.REGULAR);
    }

    /**
     * A table whose headings come again on every page.
     *
     * @param rows each with as many texts as there are columns
     */
    public PlainPdf table(List<Column> columns, List<List<String>> rows) {
        parts.add(new Table(List.copyOf(columns), List.copyOf(rows)));
        return this;
    }

    /** Entries of the document information, which programs read back; in the map's order. */
    public PlainPdf info(Map<String, String> entries) {
        info.putAll(entries);
        return this;
    }

    private PlainPdf with(@Nullable String label, String text, Face face) {
        parts.add(new Said(label, text, face));
        return this;
    }

    public byte[] bytes() {
        try (Sheets sheets = new Sheets(title)) {
            info.forEach(sheets::info);
            sheets.write(title, Face.BOLD, 16, Sheets.Stand.CENTRE, Sheets.LEFT, Sheets.WIDTH);
            sheets.skip(2 * GAP);
            for (Part part : parts) {
                if (part instanceof Said said) {
                    write(said, sheets);
                } else if (part instanceof Table table) {
                    write(table, sheets);
                }
            }
            return sheets.finish();
        }
    }

    private static void write(Table table, Sheets sheets) {
        float shares = (float) table.columns.stream().mapToDouble(Column::share).sum();
        Runnable heads = () ->
                row(table.columns.stream().map(Column::head).toList(), table, shares, Face.BOLD, sheets, () -> {});
        heads.run();
        table.rows.forEach(row -> row(row, table, shares, Face.REGULAR, sheets, heads));
        sheets.skip(2 * GAP);
    }

    private static void row(List<String> texts, Table table, float shares, Face face, Sheets sheets, Runnable again) {
        List<Sheets.Cell> cells = new ArrayList<>();
        float left = Sheets.LEFT;
        for (int i = 0; i < table.columns.size(); i++) {
            Column column = table.columns.get(i);
            float width = Sheets.WIDTH * column.share() / shares;
            Sheets.Stand stand = face == Face.BOLD ? Sheets.Stand.CENTRE : column.stand();
            cells.add(new Sheets.Cell(texts.get(i), face, stand, left, width));
            left += width;
        }
        sheets.row(cells, TABLE_SIZE, again);
    }

    private static void write(Said part, Sheets sheets) {
        if (part.label == null) {
            sheets.write(part.text, part.face, SIZE, Sheets.Stand.LEFT, Sheets.LEFT, Sheets.WIDTH);
        } else {
            String label = Objects.requireNonNull(part.label) + ":";
            sheets.beside(
                    () -> sheets.write(label, Face.BOLD, SIZE, Sheets.Stand.LEFT, Sheets.LEFT, LABEL_WIDTH - GAP),
                    () -> sheets.write(
                            part.text,
                            Face.REGULAR,
                            SIZE,
                            Sheets.Stand.LEFT,
                            Sheets.LEFT + LABEL_WIDTH,
                            Sheets.WIDTH - LABEL_WIDTH));
        }
        sheets.skip(GAP);
    }
}
