package vn.thidua;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;
import vn.thidua.journal.seal.ReceiptProof;
import vn.thidua.plan.DutyCode;

/** What the journal has on record about a receipt, for comparing with the part of it that people read. */
final class ReceiptFacts {
    private static final List<String> IN_WORDS = List.of("RECEIVED", "DELIVERED", "DELIVERED_LATE", "DECLINED");

    private ReceiptFacts() {}

    /** @param proof found to be what the journal says */
    static List<String> of(ReceiptProof proof) {
        List<String> lines = new ArrayList<>();
        add(
                lines,
                "fact.at",
                Vietnam.words(proof.at()) + " ("
                        + proof.at().atZone(Vietnam.ZONE).toOffsetDateTime() + ")");
        add(
                lines,
                "fact.event",
                IN_WORDS.contains(proof.event()) ? Calls.SENTENCES.get("event." + proof.event()) : proof.event());
        add(lines, "fact.duty", proof.duty() == null ? null : title(proof.duty()));
        add(lines, "fact.unit", proof.unit());
        add(lines, "fact.by", proof.by());
        proof.detail()
                .properties()
                .forEach(e -> lines.add(Calls.SENTENCES.get(
                        "fact",
                        e.getKey(),
                        e.getValue().isTextual()
                                ? e.getValue().textValue()
                                : e.getValue().toString())));
        return lines;
    }

    private static void add(List<String> lines, String label, @Nullable String value) {
        if (value != null) {
            lines.add(Calls.SENTENCES.get("fact", Calls.SENTENCES.get(label), value));
        }
    }

    private static String title(String duty) {
        return DutyCode.find(duty).map(code -> code.title() + " (" + duty + ")").orElse(duty);
    }
}
