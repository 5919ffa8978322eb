package vn.thidua.cycle.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.evidence.receiving.FileSizes;
import vn.thidua.journal.seal.ReceiptProof;

/**
 * The part of a text receipt that people read, and what the journal has on record for each of its lines: a receipt is no better proof
 * than the lines that its reader goes by. Names, which the journal does not have, stand before the code that it has.
 */
public final class ReceiptReading {
    private static final int LONGEST_LABEL = 40;
    private static final Pattern TO_THE_SECOND =
            Pattern.compile("\\d\\d:\\d\\d:\\d\\d ngày \\d\\d/\\d\\d/\\d{4} \\([\\p{L} ]{1,12}\\)");

    /** What {@link ReceiptPapers} writes, and what a line of it must be; null where it is no matter of the journal's entry. */
    private final Map<String, @Nullable Predicate<String>> known = new LinkedHashMap<>();

    /**
     * @param differing labels of lines that are not what the journal says, or that no receipt has
     * @param unproven labels of lines about which the entry says nothing: what became of the file later
     */
    public record Result(List<String> differing, List<String> unproven) {}

    private ReceiptReading(ReceiptProof proof) {
        values(proof).forEach((key, value) -> known.put(DocumentWords.of("receipt." + key), value::equals));
        codes(proof)
                .forEach((key, code) ->
                        known.put(DocumentWords.of("receipt." + key), line -> line.endsWith(coded("", code))));
        known.put(DocumentWords.of("receipt.verdict"), null);
        known.put(DocumentWords.of("receipt.ruling"), null);
    }

    /** @param text a receipt's, whole */
    public static Result of(String text, ReceiptProof proof) {
        ReceiptReading reading = new ReceiptReading(proof);
        List<String> differing = new ArrayList<>();
        List<String> unproven = new ArrayList<>();
        text.lines()
                .map(line -> line.replace("\uFEFF", "").strip())
                .filter(line -> !line.isEmpty() && !reading.isFrame(line))
                .forEach(line -> reading.read(line, differing, unproven));
        return new Result(differing, unproven);
    }

    private boolean isFrame(String line) {
        return line.equals(DocumentWords.of("receipt.title"))
                || ReceiptProof.isOfBlock(line)
                || line.equals(DocumentWords.of("receipt.note", printedAt(line)));
    }

    private static String printedAt(String note) {
        Matcher at = TO_THE_SECOND.matcher(note);
        return at.find() ? at.group() : "";
    }

    private void read(String line, List<String> differing, List<String> unproven) {
        int colon = line.indexOf(": ");
        String label = colon < 0 ? line : line.substring(0, colon);
        Predicate<String> fits = known.get(label);
        if (colon >= 0 && fits == null && known.containsKey(label)) {
            unproven.add(label);
        } else if (colon < 0 || fits == null || !fits.test(line.substring(colon + 2))) {
            differing.add(label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) + "…" : label);
        }
    }

    /** Key of the label to the value, word for word. Fields that an entry lacks are left out: a line about them is made up. */
    static Map<String, String> values(ReceiptProof proof) {
        JsonNode detail = proof.detail();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("number", proof.receipt());
        put(values, "file", detail.path("file").textValue());
        put(
                values,
                "size",
                detail.path("size").canConvertToLong()
                        ? FileSizes.exact(detail.path("size").longValue())
                        : null);
        put(values, "sha256", detail.path("sha256").textValue());
        Instant at = instant(detail.path("receivedAt"));
        put(values, "at", at == null ? null : Vietnam.toTheSecond(at) + " (" + at + ")");
        Instant deadline = instant(detail.path("deadline"));
        put(values, "deadline", deadline == null ? null : DutyTexts.before(deadline));
        if (detail.path("inTime").isBoolean()) {
            values.put("timeliness", DocumentWords.of(detail.path("inTime").booleanValue() ? "inTime" : "lateFile"));
        }
        values.put("place", DocumentWords.of("receipt.placeWords", String.valueOf(proof.number()), proof.year()));
        values.put("hash", proof.hash());
        return values;
    }

    /** Key of the label to the code with which the line must end. */
    private static Map<String, String> codes(ReceiptProof proof) {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("year", proof.year());
        put(codes, "unit", proof.unit());
        put(codes, "duty", proof.duty());
        put(codes, "slot", proof.detail().path("slot").textValue());
        codes.put("by", proof.by());
        return codes;
    }

    /** A name with the code by which the journal knows it. */
    static String coded(String name, @Nullable String code) {
        return name + " [" + Objects.requireNonNullElse(code, "") + "]";
    }

    private static void put(Map<String, String> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static @Nullable Instant instant(JsonNode value) {
        try {
            return value.isTextual() ? Instant.parse(value.textValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
