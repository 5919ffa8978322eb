package vn.thidua.journal.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt carries so that anybody can hold it against the journal: the place of its entry in the chain, and what that entry
 * says. Stands as one line of JSON at the end of a receipt's text, and under {@link #PDF_KEY} in a PDF's document information.
 *
 * @param receipt its number
 * @param year id of the cluster year
 * @param number place in that year's chain
 * @param hash 64 hexadecimal digits
 * @param at when it was journalled, in microseconds
 * @param detail a JSON object
 */
public record ReceiptProof(
        String receipt,
        String year,
        long number,
        String hash,
        long journalId,
        Instant at,
        String event,
        String by,
        @Nullable String duty,
        @Nullable String unit,
        JsonNode detail) {

    public static final String PDF_KEY = "ThiduaProof";

    private static final int VERSION = 1;
    private static final String HEADING =
            "Phần dành cho máy: dùng để đối chiếu biên nhận này với nhật ký của năm thi đua; xin giữ nguyên dòng dưới đây.";
    private static final String BEGINNING = "{\"v\":";
    private static final Set<String> KEYS = Set.of(
            "v", "receipt", "year", "number", "hash", "journalId", "at", "event", "by", "duty", "unit", "detail");

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** @throws IllegalArgumentException if the entry is not a receipt's */
    public static ReceiptProof of(SealedEntry sealed) {
        var entry = sealed.entry();
        if (!(entry.detail().get("receipt") instanceof String receipt)) {
            throw new IllegalArgumentException("journal entry " + entry.id() + " names no receipt");
        }
        return new ReceiptProof(
                receipt,
                entry.yearId(),
                sealed.number(),
                sealed.hash(),
                entry.id(),
                entry.at(),
                entry.event().name(),
                entry.by(),
                entry.duty(),
                entry.unit(),
                JSON.valueToTree(entry.detail()));
    }

    /** The last two lines of a receipt's text. */
    public String block() {
        return HEADING + "\n" + line() + "\n";
    }

    /** Whether this line of a receipt's text is one of {@link #block}'s. */
    public static boolean isOfBlock(String line) {
        return line.equals(HEADING) || line.startsWith(BEGINNING);
    }

    /** One line of JSON. */
    public String line() {
        ObjectNode json = JSON.createObjectNode();
        json.put("v", VERSION);
        json.put("receipt", receipt).put("year", year).put("number", number).put("hash", hash);
        json.put("journalId", journalId)
                .put("at", at.toString())
                .put("event", event)
                .put("by", by);
        json.put("duty", duty).put("unit", unit).set("detail", detail);
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws ProofUnreadable unless the text has exactly one line that is a proof */
    public static ReceiptProof find(String text) throws ProofUnreadable {
        List<String> lines = text.lines()
                .map(line -> line.replace("\uFEFF", "").strip())
                .filter(line -> line.startsWith(BEGINNING))
                .toList();
        if (lines.size() != 1) {
            throw new ProofUnreadable(lines.isEmpty() ? ProofUnreadable.Reason.NONE : ProofUnreadable.Reason.SEVERAL);
        }
        return parse(lines.get(0));
    }

    /** @throws ProofUnreadable if this is not such a line, or one of another version */
    public static ReceiptProof parse(String line) throws ProofUnreadable {
        try {
            JsonNode json = JSON.readTree(line);
            Set<String> keys = new HashSet<>();
            json.fieldNames().forEachRemaining(keys::add);
            if (!keys.equals(KEYS)
                    || json.get("v").asInt() != VERSION
                    || !json.get("detail").isObject()) {
                throw new ProofUnreadable(ProofUnreadable.Reason.DAMAGED);
            }
            return new ReceiptProof(
                    text(json, "receipt"),
                    text(json, "year"),
                    number(json, "number"),
                    text(json, "hash"),
                    number(json, "journalId"),
                    Instant.parse(text(json, "at")),
                    text(json, "event"),
                    text(json, "by"),
                    json.get("duty").isNull() ? null : text(json, "duty"),
                    json.get("unit").isNull() ? null : text(json, "unit"),
                    json.get("detail"));
        } catch (JsonProcessingException | DateTimeException e) {
            throw new ProofUnreadable(ProofUnreadable.Reason.DAMAGED);
        }
    }

    private static String text(JsonNode json, String key) throws ProofUnreadable {
        if (!json.get(key).isTextual()) {
            throw new ProofUnreadable(ProofUnreadable.Reason.DAMAGED);
        }
        return json.get(key).textValue();
    }

    private static long number(JsonNode json, String key) throws ProofUnreadable {
        if (!json.get(key).isIntegralNumber() || !json.get(key).canConvertToLong()) {
            throw new ProofUnreadable(ProofUnreadable.Reason.DAMAGED);
        }
        return json.get(key).longValue();
    }
}
