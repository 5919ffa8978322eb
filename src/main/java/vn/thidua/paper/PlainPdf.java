package vn.thidua.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plain document in Vietnamese as an A4 PDF with its own font, so that it reads the same everywhere: a title, paragraphs, and lines of
 * "label: value". The same content gives the same bytes, so that a hash of it can be kept instead of the file.
 *
 * <pre>{@code byte[] pdf = PlainPdf.titled("Giấy biên nhận").line("Số", "12").paragraph("…").bytes();}</pre>
 */
public final class PlainPdf {
    private static final float SIZE = 12;
    private static final float LABEL_WIDTH = 150;
    private static final float GAP = 6;

    private final String title;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, String> info = new LinkedHashMap<>();

    private PlainPdf(String title) {
        this.title = title;
    }

    private record Part(@Nullable String label, String text, Face face) {}

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

    /** Entries of the document information, which programs read back; in the map's order. */
    public PlainPdf info(Map<String, String> entries) {
        info.putAll(entries);
        return this;
    }

    private PlainPdf with(@Nullable String label, String text, Face face) {
        parts.add(new Part(label, text, face));
        return this;
    }

    public byte[] bytes() {
        try (Sheets sheets = new Sheets(title)) {
            info.forEach(sheets::info);
            sheets.write(title, Face.BOLD, 16, Sheets.Stand.CENTRE, Sheets.LEFT, Sheets.WIDTH);
            sheets.skip(2 * GAP);
            parts.forEach(p -> write(p, sheets));
            return sheets.finish();
        }
    }

    private static void write(Part part, Sheets sheets) {
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
