package vn.thidua.evidence.check;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** PDFs for tests: documents of nobody, made anew each time. */
public final class Papers {
    private Papers() {}

    /** Something done to a document before it is saved. */
    public interface Edit {
        void apply(PDDocument document) throws IOException;
    }

    /** One page for each text. */
    public static byte[] text(String... pages) {
        return make(document -> {
            PDFont font = PDType0Font.load(document, fontFile(), true);
            for (String text : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 13);
                    content.newLineAtOffset(80, 750);
                    content.showText(text);
                    content.endText();
                }
            }
        });
    }

    /** A page that is nothing but a picture, as a scanner makes it. */
    public static byte[] picture() {
        return make(document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            BufferedImage image = new BufferedImage(200, 280, BufferedImage.TYPE_BYTE_GRAY);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 595, 842);
            }
        });
    }

    public static byte[] make(Edit edit) {
        try (PDDocument document = new PDDocument()) {
            edit.apply(document);
            return saved(document, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As an editor saves that rewrites the file. */
    public static byte[] rewritten(byte[] pdf, Edit edit) {
        return edited(pdf, edit, false);
    }

    /** As an editor saves that appends what it changed; the edit must mark its objects as changed. */
    public static byte[] appended(byte[] pdf, Edit edit) {
        return edited(pdf, edit, true);
    }

    private static byte[] edited(byte[] pdf, Edit edit, boolean append) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            edit.apply(document);
            return saved(document, append);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] saved(PDDocument document, boolean append) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (append) {
            document.saveIncremental(out);
        } else {
            document.save(out);
        }
        return out.toByteArray();
    }

    /** A font with Vietnamese letters that comes with PDFBox. */
    static InputStream fontFile() {
        return Objects.requireNonNull(
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));
    }
}
