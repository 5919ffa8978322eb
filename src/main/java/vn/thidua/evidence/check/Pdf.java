package vn.thidua.evidence.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** A PDF, or an earlier state of it: the first {@code length} bytes. */
final class Pdf implements AutoCloseable {
    private final PDDocument document;

    private Pdf(PDDocument document) {
        this.document = document;
    }

    /** @throws org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException if it needs a password */
    static Pdf open(byte[] bytes, int length) throws IOException {
        ByteBuffer view = ByteBuffer.wrap(bytes, 0, length).slice();
        return new Pdf(Loader.loadPDF(new RandomAccessReadBuffer(view)));
    }

    PDDocument document() {
        return document;
    }

    COSDocument cos() {
        return document.getDocument();
    }

    COSDictionary trailer() {
        return cos().getTrailer();
    }

    @Nullable
    COSDictionary catalog() {
        return dictionary(trailer(), COSName.ROOT);
    }

    @Nullable
    COSDictionary form() {
        return dictionary(catalog(), COSName.ACRO_FORM);
    }

    /** In the order in which a reader shows them. Call only after {@link PageTree} has found the tree sound. */
    List<COSDictionary> pages() {
        List<COSDictionary> pages = new ArrayList<>();
        document.getPages().forEach(p -> pages.add(p.getCOSObject()));
        return pages;
    }

    static @Nullable COSDictionary dictionary(@Nullable COSDictionary in, COSName key) {
        return in != null && in.getDictionaryObject(key) instanceof COSDictionary d ? d : null;
    }

    /** The entries as they stand, references unresolved; none if there is no such list. */
    static List<COSBase> list(@Nullable COSDictionary in, COSName key) {
        List<COSBase> entries = new ArrayList<>();
        if (in != null && in.getDictionaryObject(key) instanceof COSArray array) {
            array.forEach(entries::add);
        }
        return entries;
    }

    static @Nullable COSBase resolved(@Nullable COSBase value) {
        return value instanceof COSObject reference ? reference.getObject() : value;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
