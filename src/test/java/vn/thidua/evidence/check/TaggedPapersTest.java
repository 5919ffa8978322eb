package vn.thidua.evidence.check;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.evidence.check.TrustWorld.*;

import java.nio.file.Path;
import java.time.Instant;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.evidence.FileFacts;

/** Tagged documents: a later signature may enter its own widget into the structure, and nothing else. */
class TaggedPapersTest {
    private static final byte[] SIGNED = Signing.by(PERSON, "2024-11-11T02:00:00Z")
            .sign(Papers.rewritten(Papers.text("Báo cáo"), TaggedPapersTest::tag));

    @TempDir
    Path anchors;

    @BeforeEach
    void trust() {
        TrustWorld.anchors(anchors);
    }

    /** A root with one element "Document" and a table of one line. */
    private static void tag(PDDocument document) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary root = new COSDictionary();
        COSDictionary element = new COSDictionary();
        root.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
        root.setItem(COSName.K, element);
        element.setItem(COSName.S, COSName.DOCUMENT);
        element.setItem(COSName.P, root);
        COSDictionary paragraph = new COSDictionary();
        paragraph.setItem(COSName.S, COSName.P);
        paragraph.setItem(COSName.P, element);
        paragraph.setString(COSName.ACTUAL_TEXT, "Báo cáo");
        element.setItem(COSName.K, array(paragraph));
        COSDictionary table = new COSDictionary();
        COSArray line = new COSArray();
        line.add(COSInteger.ZERO);
        line.add(array(paragraph));
        table.setItem(COSName.NUMS, line);
        root.setItem(COSName.PARENT_TREE, table);
        root.setInt(COSName.PARENT_TREE_NEXT_KEY, 1);
        document.getPage(0).getCOSObject().setInt(COSName.STRUCT_PARENTS, 0);
        catalog.setItem(COSName.STRUCT_TREE_ROOT, root);
    }

    private static COSArray array(COSDictionary member) {
        COSArray array = new COSArray();
        array.add(member);
        return array;
    }

    @Test
    void theWidgetOfALaterSignatureMayBeEntered() throws Exception {
        FileFacts facts = check(signedAgain(d -> enter(d, "Form")));

        assertThat(facts.signatures()).hasSize(2).allMatch(s -> s.broken().isEmpty());
    }

    @Test
    void noOtherElementMay() throws Exception {
        assertBroken(signedAgain(d -> enter(d, "Figure")));
        assertBroken(signedAgain(d -> {
            COSDictionary entered = enter(d, "Form");
            entered.setString(COSName.ACTUAL_TEXT, "Điểm 100");
        }));
        assertBroken(signedAgain(d -> {
            COSDictionary entered = enter(d, "Form");
            COSDictionary reference = (COSDictionary) entered.getDictionaryObject(COSName.K);
            reference.setItem(COSName.getPDFName("Obj"), d.getPage(0).getCOSObject());
        }));
    }

    @Test
    void nothingThatWasThereMayChange() throws Exception {
        assertBroken(signedAgain(d -> {
            enter(d, "Form");
            COSDictionary paragraph =
                    (COSDictionary) document(d).getCOSArray(COSName.K).getObject(0);
            paragraph.setString(COSName.ACTUAL_TEXT, "Báo cáo khác");
            paragraph.setNeedToBeUpdated(true);
        }));
        assertBroken(signedAgain(d -> {
            COSDictionary entered = enter(d, "Form");
            document(d).setItem(COSName.K, array(entered));
        }));
    }

    /** As Acrobat enters it: a new element under the document's, a new line in the table, the next number counted up. */
    private static COSDictionary enter(PDDocument document, String type) {
        PDSignatureField field = document.getSignatureFields().get(1);
        COSDictionary widget = field.getWidgets().get(0).getCOSObject();
        COSDictionary reference = new COSDictionary();
        reference.setName(COSName.TYPE, "OBJR");
        reference.setItem(COSName.getPDFName("Obj"), widget);
        reference.setItem(COSName.PG, document.getPage(0));
        COSDictionary element = new COSDictionary();
        element.setName(COSName.S, type);
        element.setItem(COSName.P, document(document));
        element.setItem(COSName.K, reference);
        element.setNeedToBeUpdated(true);
        widget.setInt(COSName.STRUCT_PARENT, 1);
        document(document).getCOSArray(COSName.K).add(element);
        document(document).setNeedToBeUpdated(true);
        COSDictionary root = root(document);
        COSArray lines = ((COSDictionary) root.getDictionaryObject(COSName.PARENT_TREE)).getCOSArray(COSName.NUMS);
        lines.add(COSInteger.ONE);
        lines.add(element);
        lines.setNeedToBeUpdated(true);
        ((COSDictionary) root.getDictionaryObject(COSName.PARENT_TREE)).setNeedToBeUpdated(true);
        root.setInt(COSName.PARENT_TREE_NEXT_KEY, 2);
        root.setNeedToBeUpdated(true);
        return element;
    }

    private static COSDictionary root(PDDocument document) {
        return (COSDictionary)
                document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.STRUCT_TREE_ROOT);
    }

    private static COSDictionary document(PDDocument document) {
        return (COSDictionary) root(document).getDictionaryObject(COSName.K);
    }

    private static byte[] signedAgain(Papers.Edit edit) {
        return OtherProgram.sign(SIGNED, ORGANISATION, "SHA256withECDSA", "2024-11-12T02:00:00Z", edit);
    }

    private void assertBroken(byte[] file) throws Exception {
        FileFacts facts = check(file);
        assertThat(facts.signatures()).hasSize(2);
        assertThat(facts.signatures().get(0).broken()).as(facts.toString()).isNotEmpty();
    }

    private FileFacts check(byte[] file) throws Exception {
        return new EvidenceCheck(Limits.USUAL, 1)
                .check(file, TrustAnchors.read(anchors), Instant.parse("2024-11-24T02:00:00Z"));
    }
}
