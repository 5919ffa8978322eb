package vn.thidua.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The arithmetic, held against a second one written from its description, and every field's weight in it. */
class ChainTest {
    private static final ChainRow ROW =
            new ChainRow(7, "a-2024", 1_732_500_000_123_456L, "DELIVERED", "unit-plan", "VLG", "vlg.cv", "{\"a\": 1}");

    @Test
    void isWhatItsDescriptionSays() throws Exception {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        put(first, "thidua journal chain 1");
        put(first, "a-2024");
        byte[] genesis = sha256(first);
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(second);
        out.writeInt(32);
        out.write(genesis);
        put(second, "a-2024");
        for (long number : new long[] {1, 7, 1_732_500_000_123_456L}) {
            out.writeInt(8);
            out.writeLong(number);
        }
        for (String text : new String[] {"DELIVERED", null, "VLG", "vlg.cv", "{\"lý do\": \"Đã nộp\"}"}) {
            put(second, text);
        }
        ChainRow row = new ChainRow(
                7, "a-2024", 1_732_500_000_123_456L, "DELIVERED", null, "VLG", "vlg.cv", "{\"lý do\": \"Đã nộp\"}");

        assertThat(Chain.genesis("a-2024")).isEqualTo(genesis);
        assertThat(Chain.next(genesis, 1, row)).isEqualTo(sha256(second));
    }

    /** So that no later release changes it by accident: chains of running years would break. */
    @Test
    void staysAsItIs() {
        assertThat(HexFormat.of().formatHex(Chain.next(Chain.genesis("a-2024"), 1, ROW)))
                .isEqualTo("4cdcbd4702b9b807413b245babe34db1808b4e19702c8c62318bd9bac2e22090");
    }

    @Test
    void everyFieldCountsAndNullIsNotEmpty() {
        byte[] genesis = Chain.genesis("a-2024");
        List<byte[]> hashes = List.of(
                Chain.next(genesis, 1, ROW),
                Chain.next(genesis, 2, ROW),
                Chain.next(Chain.genesis("a-2025"), 1, ROW),
                hash(8, "a-2024", 1L, "E", "d", "u", "b", "{}"),
                hash(9, "a-2024", 1L, "E", "d", "u", "b", "{}"),
                hash(8, "b-2024", 1L, "E", "d", "u", "b", "{}"),
                hash(8, "a-2024", 2L, "E", "d", "u", "b", "{}"),
                hash(8, "a-2024", null, "E", "d", "u", "b", "{}"),
                hash(8, "a-2024", 1L, "F", "d", "u", "b", "{}"),
                hash(8, "a-2024", 1L, "E", null, "u", "b", "{}"),
                hash(8, "a-2024", 1L, "E", "", "u", "b", "{}"),
                hash(8, "a-2024", 1L, "E", "d", null, "b", "{}"),
                hash(8, "a-2024", 1L, "E", "d", "", "b", "{}"),
                hash(8, "a-2024", 1L, "E", "du", "", "b", "{}"),
                hash(8, "a-2024", 1L, "E", "", "du", "b", "{}"),
                hash(8, "a-2024", 1L, "E", "d", "u", "", "{}"),
                hash(8, "a-2024", 1L, "E", "d", "u", "b", "{} "));

        Set<String> distinct = new HashSet<>();
        hashes.forEach(h -> distinct.add(HexFormat.of().formatHex(h)));
        assertThat(distinct).hasSize(hashes.size());
    }

    private static byte[] hash(
            long id,
            String year,
            @Nullable Long at,
            String event,
            @Nullable String duty,
            @Nullable String unit,
            String by,
            String detail) {
        return Chain.next(Chain.genesis("a-2024"), 1, new ChainRow(id, year, at, event, duty, unit, by, detail));
    }

    private static void put(ByteArrayOutputStream to, @Nullable String text) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        if (text == null) {
            out.writeInt(-1);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private static byte[] sha256(ByteArrayOutputStream bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    }
}
