package vn.thidua.evidence.check;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import vn.thidua.evidence.EvidenceWords;
import vn.thidua.evidence.FileFacts.Copy;
import vn.thidua.evidence.SignatureFacts;
import vn.thidua.evidence.SignatureFacts.SignerKind;

/** Whether a file is a certified copy, which is no original (S0-14): the words of copying, or an organisation's mere stamp on pictures. */
final class CopySigns {
    /** In capitals, as Decree 30/2020/NĐ-CP has the forms of copies; a sentence that speaks of copies has them in small letters. */
    private static final Pattern WORDS = Pattern.compile("(?<!\\p{L})(SAO\\s+Y|SAO\\s+LỤC|TRÍCH\\s+SAO)(?!\\p{L})");

    private final Copy copy;
    private final List<String> signs;
    private final List<String> notExamined;

    private CopySigns(Copy copy, List<String> signs, List<String> notExamined) {
        this.copy = copy;
        this.signs = signs;
        this.notExamined = notExamined;
    }

    Copy copy() {
        return copy;
    }

    /** In Vietnamese: where they were seen. */
    List<String> signs() {
        return signs;
    }

    List<String> notExamined() {
        return notExamined;
    }

    static CopySigns in(Pdf pdf, List<SignatureField> fields, List<SignatureFacts> signatures, Limits limits) {
        List<String> signs = new ArrayList<>();
        List<String> notExamined = new ArrayList<>();
        boolean letters = false;
        int pages = pdf.document().getNumberOfPages();
        int half = limits.textPages() / 2;
        for (int page = 1; page <= pages; page++) {
            if (page > half && page <= pages - half) {
                continue;
            }
            Interrupts.check();
            Text text = Text.ofPage(pdf.document(), page);
            letters |= text.visible;
            String words = words(text.words);
            if (words != null) {
                signs.add(EvidenceWords.of("copy.inText", words, page));
            }
        }
        for (SignatureField field : fields) {
            inSignature(field, signs);
        }
        if (pages > limits.textPages()) {
            notExamined.add(EvidenceWords.of("notExamined.middlePages", half));
        }
        if (!signs.isEmpty()) {
            return new CopySigns(Copy.CERTAIN, signs, notExamined);
        }
        if (letters || pages == 0) {
            return new CopySigns(Copy.NO_SIGN, signs, notExamined);
        }
        notExamined.add(EvidenceWords.of("notExamined.pictures"));
        boolean organisationAlone =
                !signatures.isEmpty() && signatures.stream().allMatch(s -> s.kind() == SignerKind.ORGANISATION);
        if (organisationAlone) {
            signs.add(EvidenceWords.of("copy.stampedPictures"));
        }
        return new CopySigns(organisationAlone ? Copy.SUSPECTED : Copy.NO_SIGN, signs, notExamined);
    }

    private static void inSignature(SignatureField field, List<String> signs) {
        for (COSDictionary widget : field.widgets()) {
            String words = words(Text.ofAppearance(widget));
            if (words != null) {
                signs.add(EvidenceWords.of("copy.inAppearance", words, field.name()));
            }
        }
        String reason = field.value() == null ? null : field.value().getString(COSName.REASON);
        String words = reason == null ? null : words(reason);
        if (words != null) {
            signs.add(EvidenceWords.of("copy.inAppearance", words, field.name()));
        }
    }

    private static @Nullable String words(String text) {
        Matcher found = WORDS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
        return found.find() ? found.group(1).replaceAll("\\s+", " ") : null;
    }

    /** The letters of a page or of an annotation's picture; hidden letters (of text recognition) are read but do not count as seen. */
    private static final class Text extends PDFTextStripper {
        private String words = "";
        private boolean visible;

        @Override
        protected void processTextPosition(TextPosition position) {
            Interrupts.check();
            boolean hidden = getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER;
            visible |= !hidden && !position.getUnicode().isBlank();
            super.processTextPosition(position);
        }

        static Text ofPage(PDDocument document, int page) {
            Text text = new Text();
            text.setStartPage(page);
            text.setEndPage(page);
            text.setSortByPosition(true);
            try {
                StringBuilder all = new StringBuilder(text.getText(document));
                for (var annotation : document.getPage(page - 1).getAnnotations()) {
                    all.append('\n').append(ofAppearance(annotation.getCOSObject()));
                }
                text.words = all.toString();
            } catch (IOException e) {
                text.words = "";
            }
            return text;
        }

        static String ofAppearance(COSDictionary annotation) {
            return Appearance.textOf(annotation);
        }
    }
}
