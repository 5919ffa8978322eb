package vn.thidua.scoring.criteria.workbook;

import java.text.Normalizer;
import java.util.Locale;

/** Text as people leave it in cells: decomposed letters, spaces of all kinds, line breaks. */
final class Texts {
    private Texts() {}

    /** One line, Unicode NFC, single spaces, none at the ends. */
    static String clean(String text) {
        String spaced = text.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xfeff || c == 0x200b ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Normalizer.normalize(spaced.strip().replaceAll(" {2,}", " "), Normalizer.Form.NFC);
    }

    /** For finding what was meant: without accents, capitals and punctuation. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
