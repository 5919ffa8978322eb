package vn.thidua.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of contents of a ZIP archive, as Word and Excel files are; nothing is unpacked. Only plain archives are read: one volume,
 * from the first byte of the file to the last, no comment, so that every program sees the same entries.
 */
public final class ZipDirectory {
    /** More than any document has. */
    public static final int MAX_ENTRIES = 10_000;

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int END_64 = 0x06064b50;
    private static final long IN_EXTRA = 0xffffffffL;

    private final ByteBuffer bytes;

    private ZipDirectory(byte[] archive) {
        this.bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * @param flags as in the archive: 1 encrypted, 8 lengths follow the data
     * @param method 0 stored, 8 deflated
     * @param at where its own header begins
     */
    public record Entry(String name, int flags, int method, long packed, long length, long at) {}

    /**
     * @param begin where the table begins, which is where the data end
     * @param entries in the order of the table
     */
    public record Table(long begin, List<Entry> entries) {}

    /** Empty if there is no table that can be relied on. */
    public static Optional<Table> of(byte[] archive) {
        try {
            return Optional.ofNullable(new ZipDirectory(archive).read());
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private @org.jspecify.annotations.Nullable Table read() {
        int end = bytes.capacity() - END_LENGTH;
        if (end < 0 || bytes.getInt(end) != END || bytes.getInt(end + 4) != 0 || bytes.getShort(end + 20) != 0) {
            return null;
        }
        int count = bytes.getShort(end + 10) & 0xffff;
        long begin = bytes.getInt(end + 16) & IN_EXTRA;
        if (count > MAX_ENTRIES || begin > end) {
            return null;
        }
        List<Entry> entries = new ArrayList<>();
        int at = (int) begin;
        for (int i = 0; i < count; i++) {
            if (bytes.getInt(at) != ENTRY) {
                return null;
            }
            int name = bytes.getShort(at + 28) & 0xffff;
            int extra = bytes.getShort(at + 30) & 0xffff;
            int comment = bytes.getShort(at + 32) & 0xffff;
            entries.add(entry(at, name, extra));
            at += ENTRY_LENGTH + name + extra + comment;
        }
        return at == end || bytes.getInt(at) == END_64 ? new Table(begin, List.copyOf(entries)) : null;
    }

    private Entry entry(int at, int nameLength, int extraLength) {
        long[] sizes = {
            bytes.getInt(at + 24) & IN_EXTRA, bytes.getInt(at + 20) & IN_EXTRA, bytes.getInt(at + 42) & IN_EXTRA
        };
        int extra = at + ENTRY_LENGTH + nameLength;
        int extraEnd = extra + extraLength;
        while (extra + 4 <= extraEnd) {
            int length = bytes.getShort(extra + 2) & 0xffff;
            if (bytes.getShort(extra) == 1) {
                long64(sizes, extra + 4);
            }
            extra += 4 + length;
        }
        byte[] name = new byte[nameLength];
        bytes.get(at + ENTRY_LENGTH, name);
        return new Entry(
                new String(name, StandardCharsets.UTF_8),
                bytes.getShort(at + 8) & 0xffff,
                bytes.getShort(at + 10) & 0xffff,
                sizes[1],
                sizes[0],
                sizes[2]);
    }

    /** Some programs write every length with eight bytes. */
    private void long64(long[] sizes, int from) {
        int at = from;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] == IN_EXTRA) {
                sizes[i] = bytes.getLong(at);
                at += 8;
            }
        }
    }
}
