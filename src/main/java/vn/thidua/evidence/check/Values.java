package vn.thidua.evidence.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/** Whether two values of a PDF are the same. */
final class Values {
    private Values() {}

    /** The object that is meant; null stands for nothing, as in a dictionary. */
    static @Nullable COSBase resolved(@Nullable COSBase given) {
        COSBase value = Pdf.resolved(given);
        return value == COSNull.NULL ? null : value;
    }

    /** Of values without parts. */
    static boolean same(@Nullable COSBase before, @Nullable COSBase after) {
        if (before instanceof COSNumber a && after instanceof COSNumber b) {
            return a.floatValue() == b.floatValue() && a.longValue() == b.longValue();
        }
        if (before instanceof COSString a && after instanceof COSString b) {
            return Arrays.equals(a.getBytes(), b.getBytes());
        }
        return before != null && before.equals(after);
    }

    /** Byte by byte, as stored: whether filters would give the same from other bytes is not asked. */
    static boolean sameData(COSStream before, COSStream after) {
        try (InputStream a = before.createRawInputStream();
                InputStream b = after.createRawInputStream()) {
            byte[] one = a.readNBytes(1 << 16);
            while (one.length > 0) {
                if (!Arrays.equals(one, b.readNBytes(1 << 16))) {
                    return false;
                }
                Interrupts.check();
                one = a.readNBytes(1 << 16);
            }
            return b.read() < 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** All keys of both, in their order. */
    static Set<COSName> union(@Nullable COSDictionary before, @Nullable COSDictionary after) {
        Set<COSName> keys = new LinkedHashSet<>();
        if (before != null) {
            keys.addAll(before.keySet());
        }
        if (after != null) {
            keys.addAll(after.keySet());
        }
        return keys;
    }
}
