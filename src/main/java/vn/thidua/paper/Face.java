package vn.thidua.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** Liberation Serif (SIL Open Font License 1.1): as wide as Times New Roman, which Decree 30/2020/NĐ-CP prescribes for official papers. */
public enum Face {
    REGULAR("Regular"),
    BOLD("Bold"),
    ITALIC("Italic"),
    BOLD_ITALIC("BoldItalic");

    private static final char MISSING = '?';

    private final String file;
    private @Nullable TrueTypeFont parsed;

    Face(String file) {
        this.file = "/liberation/LiberationSerif-" + file + ".ttf";
    }

    /** The faces of one document; only letters that are used get into it. */
    static final class Set {
        private final PDDocument document;
        private final Map<Face, Embedded> embedded = new EnumMap<>(Face.class);

        Set(PDDocument document) {
            this.document = document;
        }

        Embedded get(Face face) {
            return embedded.computeIfAbsent(face, f -> f.embed(document));
        }
    }

    /** @param letters which letters the face has */
    record Embedded(PDFont font, CmapLookup letters) {
        /** In points. */
        float width(String text, float size) {
            try {
                return font.getStringWidth(text) * size / 1000;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** As it can be shown: composed, one kind of space, "?" for what the face has no letter for. */
        String showable(String text) {
            StringBuilder shown = new StringBuilder();
            Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
                if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                    shown.append(' ');
                } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                    shown.appendCodePoint(letters.getGlyphId(c) == 0 ? MISSING : c);
                }
            });
            return shown.toString();
        }
    }

    private Embedded embed(PDDocument document) {
        try {
            TrueTypeFont font = parsed();
            return new Embedded(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once for all documents: parsing takes longer than writing a page. Documents only read from it. */
    private synchronized TrueTypeFont parsed() throws IOException {
        if (parsed == null) {
            try (InputStream in = Objects.requireNonNull(Face.class.getResourceAsStream(file), file)) {
                parsed = new TTFParser().parse(new RandomAccessReadBuffer(in));
            }
        }
        return parsed;
    }
}
