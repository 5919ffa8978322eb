package vn.thidua.evidence.check;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.thidua.evidence.EvidenceWords;

/**
 * Whether a signature or time stamp that came later hides what an earlier signer signed under its own picture. A seal may lie over
 * a name, as seals do; what covers much of a page is no seal, and a time stamp has nothing to show.
 */
final class Appearances {
    private static final double MOST_OF_PAGE = 0.25;

    private Appearances() {}

    /** @return Vietnamese sentences */
    static List<String> objections(SignatureField later, Pdf now) {
        List<String> objections = new ArrayList<>();
        for (COSDictionary widget : later.widgets()) {
            double part = area(widget) / pageArea(widget, now);
            boolean drawn = widget.containsKey(COSName.AP) && part > 0;
            if (drawn && later.isTimeStamp()) {
                objections.add(EvidenceWords.of("broken.visibleStamp", later.name()));
            } else if (drawn && part > MOST_OF_PAGE) {
                objections.add(EvidenceWords.of("broken.coversPage", later.name()));
            }
        }
        return objections;
    }

    private static double area(COSDictionary widget) {
        if (!(widget.getDictionaryObject(COSName.RECT) instanceof COSArray array) || array.size() < 4) {
            return 0;
        }
        PDRectangle r = new PDRectangle(array);
        return Math.abs((double) r.getWidth() * r.getHeight());
    }

    /** Of its own page, else of the smallest: a widget need not say where it lies. */
    private static double pageArea(COSDictionary widget, Pdf now) {
        COSDictionary own = Pdf.dictionary(widget, COSName.P);
        double smallest = Double.MAX_VALUE;
        for (COSDictionary dictionary : now.pages()) {
            PDRectangle box = new PDPage(dictionary).getCropBox();
            double area = Math.max(1, (double) box.getWidth() * box.getHeight());
            if (dictionary == own) {
                return area;
            }
            smallest = Math.min(smallest, area);
        }
        return smallest;
    }
}
