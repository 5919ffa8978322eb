package vn.thidua.evidence.check;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import vn.thidua.evidence.ZipDirectory.Entry;

/** Unpacks one entry of an archive piece by piece, without keeping any of it. */
final class Unzip {
    private static final int DEFLATED = 8;
    private static final int PIECE = 1 << 16;

    private Unzip() {}

    /** Gets the next piece; the array is used again. */
    interface Taker {
        void take(byte[] piece, int count);
    }

    /** @return bytes unpacked, {@code limit} or a little more if there would be more; -1 if the data are broken */
    static long each(byte[] file, Entry entry, long limit, Taker taker) {
        int from = ZipLayout.dataBegin(file, entry);
        return entry.method() == DEFLATED
                ? inflate(file, from, (int) entry.packed(), limit, taker)
                : copy(file, from, (int) entry.packed(), taker);
    }

    private static long copy(byte[] file, int from, int length, Taker taker) {
        byte[] piece = new byte[PIECE];
        for (int at = 0; at < length; at += PIECE) {
            int count = Math.min(PIECE, length - at);
            System.arraycopy(file, from + at, piece, 0, count);
            taker.take(piece, count);
        }
        return length;
    }

    private static long inflate(byte[] file, int from, int packed, long limit, Taker taker) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(file, from, packed);
            byte[] piece = new byte[PIECE];
            long total = 0;
            while (total < limit && !inflater.finished()) {
                Interrupts.check();
                int count = inflater.inflate(piece);
                if (count == 0 && !inflater.finished()) {
                    return -1;
                }
                taker.take(piece, count);
                total += count;
            }
            return total;
        } catch (DataFormatException e) {
            return -1;
        } finally {
            inflater.end();
        }
    }
}
