package vn.thidua.evidence.check;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;

/** The letters in the picture of an annotation, which reading a page's text passes over. */
final class Appearance {
    private static final COSName NORMAL = COSName.N;

    private Appearance() {}

    /** Empty where there are none, or none that can be read. */
    static String textOf(COSDictionary annotation) {
        COSDictionary appearances = Pdf.dictionary(annotation, COSName.AP);
        if (appearances == null || !(appearances.getDictionaryObject(NORMAL) instanceof COSStream stream)) {
            return "";
        }
        try (PDDocument sheet = new PDDocument()) {
            PDPage page = new PDPage();
            sheet.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(sheet, page)) {
                content.drawForm(new PDFormXObject(stream));
            }
            return new PDFTextStripper().getText(sheet);
        } catch (IOException e) {
            return "";
        }
    }
}
