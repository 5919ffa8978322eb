package vn.thidua.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A4 pages filled from the top, with the margins of Decree 30/2020/NĐ-CP. All lengths are points. What is written twice the same way
 * comes out the same, byte for byte. Not for several threads.
 */
public final class Sheets implements AutoCloseable {
    /** 30 mm. */
    public static final float LEFT = 85;
    /** What lies between the margins of 30 and 20 mm. */
    public static final float WIDTH = PDRectangle.A4.getWidth() - LEFT - 57;

    private static final float TOP = PDRectangle.A4.getHeight() - 57;
    private static final float BOTTOM = 64;
    private static final float LEADING = 1.25f;
    /** So that two columns do not part at the foot of a page. */
    private static final float COLUMNS_NEED = 60;
    /** Between a cell's frame and what stands in it. */
    private static final float PADDING = 3;
    /** What headings above a row may take at most. */
    private static final float HEADINGS_NEED = 80;

    private final PDDocument document = new PDDocument();
    private final Face.Set faces = new Face.Set(document);
    private PDPageContentStream content;
    private float y;

    /** @param title shown by readers instead of a file name */
    public Sheets(String title) {
        // Else the file's identity is made from the time of day.
        document.setDocumentId((long) title.hashCode());
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage("vi-VN");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        content = page();
    }

    /** An entry of the document information, beside those that PDF knows. */
    public void info(String key, String value) {
        document.getDocumentInformation().setCustomMetadataValue(key, value);
    }

    public void skip(float height) {
        y -= height;
    }

    /** Two columns that begin at the same height, the first of which must not be longer than a page; goes on below both. */
    public void beside(Runnable first, Runnable second) {
        if (y < BOTTOM + COLUMNS_NEED) {
            close(content);
            content = page();
        }
        float top = y;
        int page = document.getNumberOfPages();
        first.run();
        float end = y;
        y = top;
        second.run();
        y = document.getNumberOfPages() == page ? Math.min(y, end) : y;
    }

    /** How a text stands between {@code left} and {@code left + width}. */
    public enum Stand {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** Writes a text, as many lines as it needs, on a new page where the old one is full. */
    public void write(String text, Face face, float size, Stand stand, float left, float width) {
        Face.Embedded font = faces.get(face);
        for (String line : Lines.of(font.showable(text), font, size, width)) {
            if (y - size * LEADING < BOTTOM) {
                close(content);
                content = page();
            }
            y -= size * LEADING;
            float room = width - font.width(line, size);
            float indent = switch (stand) {
                case LEFT -> 0;
                case CENTRE -> room / 2;
                case RIGHT -> room;
            };
            show(content, line, font, size, left + indent, y);
        }
    }

    /** A cell of a row: what stands in it, between {@code left} and {@code left + width}. */
    public record Cell(String text, Face face, Stand stand, float left, float width) {}

    /**
     * Cells beside each other in a frame, each as many lines as it needs; a row that does not fit goes to the next page, and one that is
     * longer than a page is continued there.
     *
     * @param again what is written on top of every page that the row begins on anew, such as headings
     */
    public void row(List<Cell> cells, float size, Runnable again) {
        float leading = size * LEADING;
        List<List<String>> lines = new ArrayList<>();
        for (Cell cell : cells) {
            Face.Embedded font = faces.get(cell.face());
            lines.add(Lines.of(font.showable(cell.text()), font, size, cell.width() - 2 * PADDING));
        }
        int longest = lines.stream().mapToInt(List::size).max().orElse(0);
        int done = 0;
        while (done < longest) {
            int fits = (int) ((y - BOTTOM - 2 * PADDING) / leading);
            boolean whole = longest - done <= fits;
            if (!whole && (done == 0 && longest * leading < TOP - BOTTOM - HEADINGS_NEED || fits < 1)) {
                close(content);
                content = page();
                again.run();
                continue;
            }
            int until = Math.min(longest, done + fits);
            rowPart(cells, lines, size, done, until);
            done = until;
        }
    }

    private void rowPart(List<Cell> cells, List<List<String>> lines, float size, int from, int until) {
        float leading = size * LEADING;
        float height = (until - from) * leading + 2 * PADDING;
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            Face.Embedded font = faces.get(cell.face());
            frame(cell.left(), y - height, cell.width(), height);
            for (int n = from; n < Math.min(until, lines.get(i).size()); n++) {
                String line = lines.get(i).get(n);
                float room = cell.width() - 2 * PADDING - font.width(line, size);
                float indent = switch (cell.stand()) {
                    case LEFT -> 0;
                    case CENTRE -> room / 2;
                    case RIGHT -> room;
                };
                float at = y - PADDING - (n - from + 1) * leading + size * (LEADING - 1);
                show(content, line, font, size, cell.left() + PADDING + indent, at);
            }
        }
        y -= height;
    }

    private void frame(float left, float bottom, float width, float height) {
        try {
            content.setLineWidth(0.5f);
            content.addRect(left, bottom, width, height);
            content.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A thin line, {@code width} long. */
    public void rule(float left, float width) {
        y -= 6;
        try {
            content.setLineWidth(0.75f);
            content.moveTo(left, y);
            content.lineTo(left + width, y);
            content.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers the pages below, "Trang 1/2", and closes everything. */
    public byte[] finish() {
        close(content);
        int count = document.getNumberOfPages();
        for (int i = 0; i < count; i++) {
            try (PDPageContentStream foot =
                    new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true)) {
                Face.Embedded font = faces.get(Face.REGULAR);
                String number = "Trang " + (i + 1) + "/" + count;
                float left = (PDRectangle.A4.getWidth() - font.width(number, 10)) / 2;
                show(foot, number, font, 10, left, BOTTOM - 28);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes();
    }

    private byte[] bytes() {
        try (document) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.getDocumentInformation().getCOSObject().removeItem(COSName.PRODUCER);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDPageContentStream page() {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = TOP;
        try {
            return new PDPageContentStream(document, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void show(PDPageContentStream on, String text, Face.Embedded font, float size, float x, float y) {
        try {
            on.beginText();
            on.setFont(font.font(), size);
            on.newLineAtOffset(x, y);
            on.showText(text);
            on.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(PDPageContentStream content) {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
