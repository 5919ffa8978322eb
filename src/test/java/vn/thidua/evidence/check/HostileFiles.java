package vn.thidua.evidence.check;

import static vn.thidua.evidence.check.TrustWorld.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Attacks on signed documents and on whoever opens them (docs/evidence.md has the table). */
final class HostileFiles {
    static final byte[] PAPER = Papers.text("Điểm đạt được là 10", "Trang hai", "Trang ba");
    static final byte[] SIGNED = Signing.by(PERSON, "2024-11-11T02:00:00Z").sign(PAPER);

    private HostileFiles() {}

    private static COSDictionary changed(COSDictionary dictionary) {
        dictionary.setNeedToBeUpdated(true);
        return dictionary;
    }

    static byte[] contentReplaced() {
        return Papers.appended(SIGNED, d -> {
            PDPage page = d.getPage(0);
            page.setContents(content(d, "BT /F1 13 Tf 80 750 Td ET 0 0 100 100 re f"));
            changed(page.getCOSObject());
        });
    }

    private static PDStream content(PDDocument document, String operators) throws IOException {
        PDStream stream = new PDStream(document);
        try (var out = stream.createOutputStream()) {
            out.write(operators.getBytes(StandardCharsets.US_ASCII));
        }
        changed(stream.getCOSObject());
        return stream;
    }

    static byte[] annotationAdded() {
        return Papers.appended(SIGNED, d -> {
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("Điểm 100");
            note.setRectangle(new PDRectangle(100, 700, 100, 50));
            PDPage page = d.getPage(0);
            var annotations = page.getAnnotations();
            annotations.add(note);
            page.setAnnotations(annotations);
            changed(page.getCOSObject());
            page.getCOSObject().getCOSArray(COSName.ANNOTS).setNeedToBeUpdated(true);
            changed(note.getCOSObject());
        });
    }

    /** A form with one field, signed; then the field is filled in. */
    static byte[] formFilled() {
        byte[] form = Papers.rewritten(PAPER, d -> {
            PDAcroForm acroForm = new PDAcroForm(d);
            d.getDocumentCatalog().setAcroForm(acroForm);
            PDTextField field = new PDTextField(acroForm);
            field.setPartialName("diem");
            field.getCOSObject().setString(COSName.V, "10");
            acroForm.getFields().add(field);
        });
        return Papers.appended(Signing.by(PERSON, "2024-11-11T02:00:00Z").sign(form), d -> {
            COSDictionary field = Objects.requireNonNull(
                            d.getDocumentCatalog().getAcroForm().getField("diem"))
                    .getCOSObject();
            field.setString(COSName.V, "100");
            changed(field);
        });
    }

    static byte[] pageAdded() {
        return Papers.appended(SIGNED, d -> {
            d.addPage(new PDPage(PDRectangle.A4));
            changed(d.getPages().getCOSObject());
            kids(d).setNeedToBeUpdated(true);
            changed(d.getPage(3).getCOSObject());
        });
    }

    static byte[] pageRemoved() {
        return Papers.appended(SIGNED, d -> {
            d.removePage(1);
            changed(d.getPages().getCOSObject());
            kids(d).setNeedToBeUpdated(true);
        });
    }

    static byte[] pagesSwapped() {
        return Papers.appended(SIGNED, d -> {
            COSArray kids = kids(d);
            var first = kids.get(0);
            kids.set(0, kids.get(1));
            kids.set(1, first);
            kids.setNeedToBeUpdated(true);
            changed(d.getPages().getCOSObject());
        });
    }

    private static COSArray kids(PDDocument document) {
        return document.getPages().getCOSObject().getCOSArray(COSName.KIDS);
    }

    /** Shadow attack, "hide": a layer that covered something is taken away. */
    static byte[] shadowHide() {
        byte[] covered = Papers.rewritten(PAPER, d -> {
            PDPage page = d.getPage(0);
            COSArray contents = new COSArray();
            contents.add(page.getCOSObject().getDictionaryObject(COSName.CONTENTS));
            contents.add(content(d, "1 g 70 740 300 30 re f"));
            page.getCOSObject().setItem(COSName.CONTENTS, contents);
        });
        return Papers.appended(Signing.by(PERSON, "2024-11-11T02:00:00Z").sign(covered), d -> {
            COSDictionary page = d.getPage(0).getCOSObject();
            page.setItem(COSName.CONTENTS, page.getCOSArray(COSName.CONTENTS).get(0));
            changed(page);
        });
    }

    /** Shadow attack, "replace": a second page tree lay hidden from the start; the catalog is pointed to it. */
    static byte[] shadowReplace() {
        byte[] two = Papers.rewritten(PAPER, d -> {
            PDPage hidden = new PDPage(PDRectangle.A4);
            COSDictionary tree = new COSDictionary();
            tree.setItem(COSName.TYPE, COSName.PAGES);
            COSArray kids = new COSArray();
            kids.add(hidden);
            tree.setItem(COSName.KIDS, kids);
            tree.setInt(COSName.COUNT, 1);
            hidden.getCOSObject().setItem(COSName.PARENT, tree);
            d.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Hidden"), tree);
        });
        return Papers.appended(Signing.by(PERSON, "2024-11-11T02:00:00Z").sign(two), d -> {
            COSDictionary catalog = d.getDocumentCatalog().getCOSObject();
            catalog.setItem(COSName.PAGES, catalog.getItem(COSName.getPDFName("Hidden")));
            changed(catalog);
        });
    }

    /** Objects behind the signature that no table of contents names: a reader that repairs files may show them. */
    static byte[] hiddenObject() {
        return join(SIGNED, "\n5 0 obj\n<</Type/Catalog/Pages 99 0 R>>\nendobj\n%%EOF\n");
    }

    static byte[] digitChanged() {
        byte[] changed = SIGNED.clone();
        changed[text(changed).indexOf("/MediaBox") + 15] ^= 1;
        return changed;
    }

    /** Signature wrapping: what is signed is still there, and something else beside the signature's value in the gap. */
    static byte[] wrapped() {
        String text = text(SIGNED);
        int[] range = range(text);
        String inserted = "/Unsigned (and yet in the dictionary)";
        String wider = text.substring(0, range[2]) + inserted + text.substring(range[2]);
        return bytes(replaceRange(wider, range[1], range[2] + inserted.length(), range[3]));
    }

    /** What the signer reserved for the signature's value and did not need holds something else. */
    static byte[] paddingFilled() {
        String text = text(SIGNED);
        int end = range(text)[2] - 1;
        String payload = HexFormat.of().formatHex(bytes("Điểm đạt được là 100"));
        int begin = end - payload.length();
        if (!text.substring(begin, end).matches("0+")) {
            throw new IllegalStateException("no padding to fill");
        }
        return bytes(text.substring(0, begin) + payload + text.substring(end));
    }

    /** The range claims less than it did: what follows was never signed. */
    static byte[] rangeReplaced() {
        String text = text(SIGNED);
        int[] range = range(text);
        return bytes(replaceRange(text, range[1], range[2], range[3] - 100));
    }

    /** Universal forgery: a signature field without what would have to be verified. */
    static byte[] contentsRemoved() {
        return Papers.rewritten(
                SIGNED, d -> d.getSignatureDictionaries().get(0).getCOSObject().removeItem(COSName.CONTENTS));
    }

    static byte[] rewrittenWhole() {
        return Papers.rewritten(SIGNED, d -> d.getDocumentInformation().setTitle("Bản khác"));
    }

    /** A signature by anybody whose picture covers the page. */
    static byte[] coveringSignature() {
        return Signing.by(ORGANISATION, "2024-11-12T02:00:00Z")
                .showing("Điểm đạt được là 100")
                .at(1, 10, 10, 570, 800)
                .sign(SIGNED);
    }

    static byte[] secondDocument() {
        return join(SIGNED, "\n" + text(PAPER));
    }

    static byte[] prefixed() {
        return join(bytes("GIF89a,;\n"), text(SIGNED));
    }

    static byte[] zipAppended() {
        return join(SIGNED, "PK\u0005\u0006" + "\0".repeat(18));
    }

    static byte[] markup() {
        return bytes(text(page("Xin chao", "")).replaceFirst("\n", "\n%<html><script>alert(1)</script>\n"));
    }

    static byte[] script() {
        return Papers.rewritten(
                PAPER, d -> d.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
    }

    static byte[] launch() {
        return Papers.rewritten(PAPER, d -> {
            PDActionLaunch launch = new PDActionLaunch();
            launch.getCOSObject().setItem(COSName.F, new COSString("calc.exe"));
            d.getDocumentCatalog().setOpenAction(launch);
        });
    }

    static byte[] dynamicForm() {
        return Papers.rewritten(PAPER, d -> {
            PDAcroForm form = new PDAcroForm(d);
            form.getCOSObject().setItem(COSName.XFA, new COSString("<xdp/>"));
            d.getDocumentCatalog().setAcroForm(form);
        });
    }

    static byte[] program(String name, String content) {
        return Papers.rewritten(PAPER, d -> {
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile(name);
            file.setEmbeddedFile(new PDEmbeddedFile(d, new java.io.ByteArrayInputStream(bytes(content))));
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(java.util.Map.of(name, file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(d.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            d.getDocumentCatalog().setNames(names);
        });
    }

    static byte[] encrypted(String userPassword) {
        return Papers.rewritten(
                PAPER, d -> d.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission())));
    }

    /** Unpacks to {@code megabytes}. */
    static byte[] bomb(int megabytes) {
        return Papers.rewritten(PAPER, d -> {
            PDStream stream = new PDStream(d);
            byte[] zeros = new byte[1 << 20];
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                for (int i = 0; i < megabytes; i++) {
                    out.write(zeros);
                }
            }
            d.getPage(0).setContents(stream);
        });
    }

    /** A bomb packed again, so that even its packed form is small. */
    static byte[] bombInBomb() {
        return Papers.rewritten(PAPER, d -> {
            PDStream stream = new PDStream(d);
            COSArray filters = new COSArray();
            filters.add(COSName.FLATE_DECODE);
            filters.add(COSName.FLATE_DECODE);
            byte[] zeros = new byte[1 << 20];
            try (var out = stream.getCOSObject().createOutputStream(filters)) {
                for (int i = 0; i < 300; i++) {
                    out.write(zeros);
                }
            }
            d.getPage(0).setContents(stream);
        });
    }

    static byte[] pageTreeLoop() {
        return raw(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>");
    }

    static byte[] parentLoop() {
        return raw(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1/Parent 2 0 R>>",
                "<</Type/Page/Parent 3 0 R>>");
    }

    static byte[] fieldLoop() {
        return raw(
                "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
                "<</FT/Sig/T(a)/Kids[4 0 R]>>");
    }

    /** A form that draws itself. */
    static byte[] drawingLoop() {
        return raw(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
                "<</Length 5>>\nstream\n/X Do\nendstream",
                "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 5/Resources<</XObject<</X 5 0 R>>>>>>\nstream\n/X Do\nendstream");
    }

    /** References that lead only to each other, and arrays a thousand deep. */
    static byte[] endlessReferences() {
        return raw(
                "<</Type/Catalog/Pages 2 0 R/Names 4 0 R/Deep " + "[".repeat(2000) + "]".repeat(2000) + ">>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
                "5 0 R",
                "4 0 R");
    }

    static byte[] manySignatures(int count) {
        byte[] file = PAPER;
        for (int i = 0; i < count; i++) {
            file = Signing.by(PERSON, "2024-11-11T02:00:00Z").sign(file);
        }
        return file;
    }

    /** A PDF of these objects, 1 being the catalog. */
    private static byte[] raw(String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append(String.format("%010d 00000 n \n", pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int at = pdf.length();
        pdf.append("xref\n0 ").append(objects.length + 1).append('\n').append(table);
        pdf.append("trailer\n<</Root 1 0 R/Size ").append(objects.length + 1).append(">>\nstartxref\n");
        return bytes(pdf.append(at).append("\n%%EOF\n").toString());
    }

    /** One page that shows the text, written as it stands. @param more keys of the catalog */
    static byte[] page(String text, String more) {
        return raw(
                "<</Type/Catalog/Pages 2 0 R" + more + ">>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                stream("", "BT /F1 12 Tf 50 700 Td (" + text + ") Tj ET"),
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    }

    /** The document does this when it is opened. */
    static byte[] opening(String action) {
        return page("Xin chao", "/OpenAction" + action);
    }

    /** The same on turning to the page, behind a harmless action, and the link not to be followed. */
    static byte[] turning(String action) {
        return page("Xin chao", "/AA<</WC<</S/Named/N/NextPage/Next[" + action + "]>>>>");
    }

    /** On a click. */
    static byte[] linking(String action) {
        return page(
                "Xin chao",
                "/Outlines<</Count 1/First<</Title(a)/A" + action + ">>/Last<</Title(a)/A" + action + ">>>>");
    }

    /** Contents that lie in another file. */
    static byte[] contentElsewhere() {
        return raw(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
                stream("/F(noi-dung.txt)", ""));
    }

    /** An attached archive with a program in it. */
    static byte[] packedProgram() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("x.exe"));
            zip.write(bytes("MZ\u0090"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return program("phu-luc.dat", text(out.toByteArray()));
    }

    private static String stream(String keys, String data) {
        return "<</Length " + data.length() + keys + ">>\nstream\n" + data + "\nendstream";
    }

    private static int[] range(String text) {
        int begin = text.indexOf("/ByteRange [") + "/ByteRange [".length();
        return Arrays.stream(
                        text.substring(begin, text.indexOf(']', begin)).strip().split("\\s+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static String replaceRange(String text, int first, int second, int length) {
        int begin = text.indexOf("/ByteRange [") + "/ByteRange [".length();
        int end = text.indexOf(']', begin);
        String range = "0 " + first + " " + second + " " + length;
        return text.substring(0, begin) + String.format("%-" + (end - begin) + "s", range) + text.substring(end);
    }

    private static byte[] join(byte[] first, String second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            out.write(first);
            out.write(bytes(second));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
