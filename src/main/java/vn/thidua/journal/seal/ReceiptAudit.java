package vn.thidua.journal.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Proves one receipt: its year's chain is intact up to its entry, that entry has its hash and says what the receipt says. */
public final class ReceiptAudit {
    private static final Comparator<JsonNode> SAME_NUMBER =
            (a, b) -> a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : a.equals(b) ? 0 : 1;

    private ReceiptAudit() {}

    /**
     * @param fault of the chain, at the receipt's entry or before it
     * @param differing names of what the receipt says otherwise than the journal; {@code detail.x} for what is in the detail
     */
    public record Result(Optional<Fault> fault, List<String> differing) {

        public boolean proven() {
            return fault.isEmpty() && differing.isEmpty();
        }
    }

    public static Result of(ChainAudit audit, ReceiptProof proof) throws SQLException {
        ChainAudit.Result chain = audit.auditUpTo(proof.year(), proof.number());
        Optional<Fault> fault = chain.fault()
                .or(() -> proof.number() == chain.number()
                        ? Optional.empty()
                        : Optional.of(new Fault(Fault.Kind.CUT_OFF, proof.number(), 0)));
        Optional<ChainAudit.Sealed> entry =
                fault.isPresent() ? Optional.empty() : audit.at(proof.year(), proof.number());
        if (entry.isEmpty()) {
            return new Result(fault, List.of());
        }
        return new Result(Optional.empty(), differing(proof, entry.get()));
    }

    private static List<String> differing(ReceiptProof proof, ChainAudit.Sealed sealed) {
        ChainRow row = sealed.row();
        JsonNode detail = json(row.detail());
        List<String> names = new ArrayList<>();
        add(names, "hash", proof.hash(), sealed.hash());
        add(names, "journalId", proof.journalId(), row.id());
        add(names, "at", micros(proof.at()), row.atMicros() == null ? null : BigInteger.valueOf(row.atMicros()));
        add(names, "event", proof.event(), row.event());
        add(names, "by", proof.by(), row.by());
        add(names, "duty", proof.duty(), row.duty());
        add(names, "unit", proof.unit(), row.unit());
        add(names, "receipt", proof.receipt(), detail.path("receipt").textValue());
        TreeSet<String> keys = new TreeSet<>();
        proof.detail().fieldNames().forEachRemaining(keys::add);
        detail.fieldNames().forEachRemaining(keys::add);
        for (String key : keys) {
            if (!proof.detail().path(key).equals(SAME_NUMBER, detail.path(key))) {
                names.add("detail." + key);
            }
        }
        return names;
    }

    private static void add(List<String> names, String name, @Nullable Object said, @Nullable Object recorded) {
        if (!Objects.equals(said, recorded)) {
            names.add(name);
        }
    }

    /** An instant finer than the database's is none of its own. */
    private static @Nullable BigInteger micros(Instant at) {
        if (!at.truncatedTo(ChronoUnit.MICROS).equals(at)) {
            return null;
        }
        return BigInteger.valueOf(at.getEpochSecond())
                .multiply(BigInteger.valueOf(1_000_000))
                .add(BigInteger.valueOf(at.getNano() / 1000));
    }

    private static JsonNode json(String detail) {
        try {
            return ReceiptProof.JSON.readTree(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database's own JSON cannot be read", e);
        }
    }
}
