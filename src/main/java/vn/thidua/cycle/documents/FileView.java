package vn.thidua.cycle.documents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file as the page shows it; what it is called here is what the browser reads.
 *
 * @param original may stand as an original; others may accompany one only
 * @param verdict null while it is being examined
 * @param binding the plan demands signed originals here: the verdict decides; otherwise the appraisers judge
 * @param accepted null where nothing is decided (yet)
 */
public record FileView(
        long id,
        String slot,
        String name,
        long size,
        String sha256,
        String type,
        boolean original,
        String receipt,
        Instant receivedAt,
        String receivedAtWords,
        String by,
        boolean inTime,
        String state,
        String stateWords,
        String reason,
        @Nullable Long replaces,
        @Nullable String verdict,
        String verdictWords,
        boolean binding,
        @Nullable Boolean accepted,
        List<String> reasons,
        List<String> facts,
        List<String> remarks,
        List<String> notExamined,
        CitationView citation,
        @Nullable RulingView ruling,
        String view,
        String download,
        String receiptText,
        String receiptPdf) {

    /** As confirmed, or as the text of the file proposes it; empty where neither knows. */
    public record CitationView(String number, String issued, String issuer, boolean confirmed, List<String> doubts) {}

    public record RulingView(String words, List<String> lines) {}
}
