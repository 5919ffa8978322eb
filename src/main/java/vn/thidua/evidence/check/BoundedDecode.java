package vn.thidua.evidence.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;

/** Unpacks streams filter by filter and stops at a limit; PDFBox itself would unpack them whole into memory. */
final class BoundedDecode {
    /** Packings of pictures: never unpacked here, and allowed on pictures alone. */
    static final Set<String> PICTURES = Set.of("DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode");

    private static final int MAX_FILTERS = 4;
    private static final int MAX_COLUMNS = 1_000_000;

    private BoundedDecode() {}

    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    static boolean isPacked(COSStream stream, Set<String> names) {
        return filters(stream).stream().anyMatch(names::contains);
    }

    /**
     * @param limit of the last filter's output, which is not kept
     * @param between limit of what goes from one filter to the next, which is
     * @throws TooLong beyond a limit
     */
    static long length(COSStream stream, long limit, long between) throws IOException {
        Counting last = new Counting(limit, false);
        decode(stream, last, between);
        return last.count;
    }

    /** The first bytes of what is packed; fewer where it is shorter or cannot be unpacked. */
    static byte[] start(COSStream stream, int length) throws IOException {
        Counting first = new Counting(length, true);
        try {
            decode(stream, first, 1 << 20);
        } catch (TooLong e) {
            return first.kept.toByteArray();
        }
        return first.kept.toByteArray();
    }

    private static void decode(COSStream stream, Counting last, long between) throws IOException {
        List<String> filters = filters(stream);
        if (filters.size() > MAX_FILTERS || columns(stream) > MAX_COLUMNS) {
            throw new TooLong();
        }
        InputStream data = stream.createRawInputStream();
        for (int i = 0; i < filters.size(); i++) {
            if (PICTURES.contains(filters.get(i))) {
                return;
            }
            boolean isLast = i == filters.size() - 1;
            Counting out = isLast ? last : new Counting(between, true);
            FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(data, out, stream, i);
            if (!isLast) {
                data = new ByteArrayInputStream(out.kept.toByteArray());
            }
        }
        if (filters.isEmpty()) {
            last.count = stream.getLength();
            if (last.keep) {
                last.kept.write(data.readNBytes((int) last.limit));
            }
        }
    }

    private static List<String> filters(COSStream stream) {
        List<String> names = new ArrayList<>();
        COSBase filters = stream.getFilters();
        if (filters instanceof COSName name) {
            names.add(name.getName());
        } else if (filters instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                names.add(array.getObject(i) instanceof COSName name ? name.getName() : "?");
            }
        }
        return names;
    }

    private static int columns(COSStream stream) {
        COSBase parameters = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        int widest = parameters instanceof COSDictionary one ? one.getInt(COSName.COLUMNS, 1) : 1;
        if (parameters instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                if (several.getObject(i) instanceof COSDictionary one) {
                    widest = Math.max(widest, one.getInt(COSName.COLUMNS, 1));
                }
            }
        }
        return widest;
    }

    private static final class Counting extends OutputStream {
        private final long limit;
        private final boolean keep;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long count;

        Counting(long limit, boolean keep) {
            this.limit = limit;
            this.keep = keep;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Interrupts.check();
            count += length;
            if (keep) {
                kept.write(bytes, offset, (int) Math.max(0, Math.min(length, limit - count + length)));
            }
            if (count > limit) {
                throw new TooLong();
            }
        }
    }
}
