package vn.thidua.evidence.check;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How long deflated data are when unpacked, without keeping any of it. */
final class Inflated {
    private static final int ZLIB_HEADER = 2;

    private Inflated() {}

    /**
     * @param from where the data would begin; they need not be deflated data
     * @return bytes unpacked until the data end, are broken or reach {@code limit}
     */
    static long count(byte[] bytes, int from, long limit) {
        int begin = from + ZLIB_HEADER;
        if (begin >= bytes.length) {
            return 0;
        }
        // Readers of PDF skip the header without looking at it; so must the count.
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, begin, bytes.length - begin);
            byte[] buffer = new byte[1 << 16];
            long count = 0;
            while (count < limit) {
                int more = inflater.inflate(buffer);
                if (more == 0) {
                    return count;
                }
                count += more;
                Interrupts.check();
            }
            return count;
        } catch (DataFormatException e) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }
}
