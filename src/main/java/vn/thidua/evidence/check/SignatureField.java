package vn.thidua.evidence.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/**
 * A signature field that holds something, as the form of a PDF has it.
 *
 * @param value the signature dictionary; null if the field holds something else
 * @param range {@code /ByteRange}: begin, length, begin, length; empty if it is not made of four numbers
 * @param parts the dictionaries that make up field and widgets
 */
record SignatureField(
        String name,
        @Nullable COSDictionary value,
        List<Long> range,
        Set<COSDictionary> parts,
        List<COSDictionary> widgets) {
    private static final COSName TIME_STAMP = COSName.getPDFName("ETSI.RFC3161");

    /** The first byte behind what is signed; 0 if that cannot be told. */
    long end() {
        return range.isEmpty() ? 0 : range.get(2) + range.get(3);
    }

    boolean isTimeStamp() {
        return value != null && TIME_STAMP.equals(value.getCOSName(COSName.SUB_FILTER));
    }

    /** By how far they reach, shortest first. Call only after {@link PageTree} has found the tree of fields sound. */
    static List<SignatureField> of(Pdf pdf) {
        List<SignatureField> found = new ArrayList<>();
        for (COSBase field : Pdf.list(pdf.form(), COSName.FIELDS)) {
            collect(Pdf.resolved(field), "", false, found);
        }
        found.sort((a, b) -> Long.compare(a.end(), b.end()));
        return found;
    }

    private static void collect(@Nullable COSBase node, String prefix, boolean inherited, List<SignatureField> found) {
        if (!(node instanceof COSDictionary field)) {
            return;
        }
        COSName type = field.getCOSName(COSName.FT);
        boolean signature = type == null ? inherited : COSName.SIG.equals(type);
        String part = field.getString(COSName.T, "");
        String name = prefix.isEmpty() || part.isEmpty() ? prefix + part : prefix + "." + part;
        COSBase value = field.getDictionaryObject(COSName.V);
        if (signature && value != null) {
            found.add(of(name, field, value));
        }
        Pdf.list(field, COSName.KIDS).forEach(k -> collect(Pdf.resolved(k), name, signature, found));
    }

    private static SignatureField of(String name, COSDictionary field, COSBase value) {
        Set<COSDictionary> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        List<COSDictionary> widgets = new ArrayList<>();
        parts.add(field);
        if (field.containsKey(COSName.RECT)) {
            widgets.add(field);
        }
        for (COSBase kid : Pdf.list(field, COSName.KIDS)) {
            if (Pdf.resolved(kid) instanceof COSDictionary widget && !widget.containsKey(COSName.T)) {
                parts.add(widget);
                widgets.add(widget);
            }
        }
        COSDictionary dictionary = value instanceof COSDictionary d ? d : null;
        return new SignatureField(name, dictionary, range(dictionary), parts, widgets);
    }

    static List<Long> range(@Nullable COSDictionary signature) {
        List<Long> numbers = new ArrayList<>();
        if (signature != null && signature.getDictionaryObject(COSName.BYTERANGE) instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSNumber number && number.longValue() >= 0) {
                    numbers.add(number.longValue());
                }
            }
        }
        return numbers.size() == 4 ? numbers : List.of();
    }
}
