package vn.thidua.evidence.check;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of one page as pieces of lines with their places: columns side by side are pieces of their own, letters set far apart are
 * words again. What offices' programs stamp on a page (number, date) lies in annotations, and counts.
 */
final class PageText extends PDFTextStripper {
    private static final int MOST_LETTERS = 20_000;
    /** Of the size of the letters: farther apart begins another column. */
    private static final float COLUMN = 1.6f;

    private static final float WORD = 0.18f;
    private static final float SAME_LINE = 0.45f;

    private final List<Letter> letters = new ArrayList<>();
    private float width;
    private float height;

    private PageText() {}

    private record Letter(String text, float x, float end, float y, float size, boolean bold) {}

    /**
     * @param middle of its line, as a part of the page's width
     * @param top from the top, as a part of the page's height
     */
    record Piece(String text, float middle, float top, boolean bold) {}

    /** Of a page, from the top to the bottom, from the left to the right; nothing if it cannot be read. */
    static List<Piece> of(PDDocument document, int page) {
        PageText text = new PageText();
        text.setStartPage(page);
        text.setEndPage(page);
        try {
            text.getText(document);
        } catch (Interrupts.Stopped e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // A page that a library stumbles over proposes nothing; whether it is dangerous is others' to say.
            return List.of();
        }
        return text.pieces();
    }

    @Override
    protected void startPage(PDPage page) {
        boolean lying = page.getRotation() % 180 != 0;
        width = lying ? page.getCropBox().getHeight() : page.getCropBox().getWidth();
        height = lying ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
    }

    @Override
    protected void endPage(PDPage page) throws IOException {
        for (PDAnnotation annotation : page.getAnnotations()) {
            showAnnotation(annotation);
        }
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        Interrupts.check();
        String text = position.getUnicode();
        if (text == null || text.isBlank() || letters.size() >= MOST_LETTERS) {
            return;
        }
        boolean mark = text.codePoints().allMatch(c -> Character.getType(c) == Character.NON_SPACING_MARK);
        if (mark && !letters.isEmpty()) {
            Letter last = letters.remove(letters.size() - 1);
            letters.add(new Letter(last.text + text, last.x, last.end, last.y, last.size, last.bold));
            return;
        }
        float x = position.getXDirAdj();
        String font = String.valueOf(position.getFont().getName()).toLowerCase(Locale.ROOT);
        letters.add(new Letter(
                text,
                x,
                x + position.getWidthDirAdj(),
                position.getYDirAdj(),
                Math.max(1, position.getFontSizeInPt()),
                font.contains("bold")));
    }

    private List<Piece> pieces() {
        letters.sort(Comparator.comparingDouble(Letter::y));
        List<Piece> pieces = new ArrayList<>();
        List<Letter> line = new ArrayList<>();
        for (Letter letter : letters) {
            if (!line.isEmpty() && letter.y - line.get(0).y > SAME_LINE * line.get(0).size) {
                split(line, pieces);
                line.clear();
            }
            line.add(letter);
        }
        split(line, pieces);
        return pieces;
    }

    private void split(List<Letter> line, List<Piece> pieces) {
        line.sort(Comparator.comparingDouble(Letter::x));
        List<Letter> piece = new ArrayList<>();
        for (Letter letter : line) {
            if (!piece.isEmpty()) {
                Letter last = piece.get(piece.size() - 1);
                boolean printedTwice = last.text.equals(letter.text) && letter.x - last.x < 0.2f * letter.size;
                if (printedTwice) {
                    continue;
                }
                if (letter.x - last.end > COLUMN * letter.size && !endsOpen(piece)) {
                    pieces.add(piece(piece));
                    piece.clear();
                }
            }
            piece.add(letter);
        }
        if (!piece.isEmpty()) {
            pieces.add(piece(piece));
        }
    }

    /** "Số:        /KH-SNV": the space is for a number. */
    private static boolean endsOpen(List<Letter> piece) {
        StringBuilder text = new StringBuilder();
        piece.forEach(l -> text.append(l.text));
        return text.toString().matches("(?i)S(?:ố|o\u0302\u0301):?\\d*");
    }

    private Piece piece(List<Letter> line) {
        float word = wordGap(line);
        StringBuilder text = new StringBuilder();
        int bold = 0;
        for (int i = 0; i < line.size(); i++) {
            Letter letter = line.get(i);
            if (i > 0 && letter.x - line.get(i - 1).end > word * letter.size) {
                text.append(' ');
            }
            text.append(letter.text);
            bold += letter.bold ? 1 : 0;
        }
        float middle = (line.get(0).x + line.get(line.size() - 1).end) / 2 / width;
        return new Piece(
                Normalizer.normalize(text, Normalizer.Form.NFC),
                middle,
                line.get(0).y / height,
                bold * 2 > line.size());
    }

    /** Where most letters are a word's gap apart, they are set far apart, and words are farther. */
    private static float wordGap(List<Letter> line) {
        List<Float> gaps = new ArrayList<>();
        for (int i = 1; i < line.size(); i++) {
            gaps.add((line.get(i).x - line.get(i - 1).end) / line.get(i).size);
        }
        gaps.sort(null);
        float usual = gaps.size() < 4 ? 0 : gaps.get(gaps.size() / 2);
        return usual > WORD ? usual * 1.7f : WORD;
    }
}
