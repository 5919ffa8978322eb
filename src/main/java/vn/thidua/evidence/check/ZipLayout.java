package vn.thidua.evidence.check;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import vn.thidua.evidence.ZipDirectory;
import vn.thidua.evidence.ZipDirectory.Entry;

/**
 * Whether the entries of an archive lie one behind the other from the file's first byte to its table, as every honest program writes
 * them: nothing before, between or on top of each other, where something else could hide or a bomb could use the same data many times.
 */
final class ZipLayout {
    private static final int HEADER = 0x04034b50;
    private static final int HEADER_LENGTH = 30;
    private static final int LENGTHS_FOLLOW = 8;
    /** With its mark, and every length of eight bytes. */
    private static final int LONGEST_TRAILER = 24;

    private ZipLayout() {}

    static boolean isPlain(byte[] file, ZipDirectory.Table table) {
        List<Entry> entries = table.entries().stream()
                .sorted(Comparator.comparingLong(Entry::at))
                .toList();
        long expected = 0;
        long slack = 0;
        for (Entry entry : entries) {
            long at = entry.at();
            boolean unknown = entry.method() != 0 && entry.method() != 8;
            if (at < expected || at > expected + slack || at + HEADER_LENGTH > table.begin() || unknown) {
                return false;
            }
            if (int32(file, at) != HEADER || (entry.method() == 0 && entry.packed() != entry.length())) {
                return false;
            }
            expected = dataBegin(file, entry) + entry.packed();
            slack = (entry.flags() & LENGTHS_FOLLOW) == 0 ? 0 : LONGEST_TRAILER;
            if (expected > table.begin()) {
                return false;
            }
        }
        return table.begin() >= expected && table.begin() <= expected + slack;
    }

    /** Call only for an entry whose header lies within the file. */
    static int dataBegin(byte[] file, Entry entry) {
        int at = (int) entry.at();
        return at + HEADER_LENGTH + int16(file, at + 26) + int16(file, at + 28);
    }

    private static int int16(byte[] file, int at) {
        return file[at] & 0xff | (file[at + 1] & 0xff) << 8;
    }

    private static int int32(byte[] file, long at) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt((int) at);
    }
}
