package vn.thidua.cycle.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.thidua.calendar.Vietnam;
import vn.thidua.evidence.CertificateFacts;
import vn.thidua.evidence.FileFacts;
import vn.thidua.evidence.SignatureFacts;

/** What was found in a file, as sentences: per signature who, for whom, trusted or not and why, when, what followed. */
final class FactLines {
    private FactLines() {}

    static List<String> of(FileFacts facts) {
        List<String> lines = new ArrayList<>();
        Integer pages = facts.pages();
        if (pages != null) {
            lines.add(DocumentWords.of("pages", String.valueOf(pages)));
        }
        if (facts.signatures().isEmpty()) {
            lines.add(DocumentWords.of("noSignature"));
        }
        facts.signatures().forEach(signature -> lines.add(line(signature)));
        lines.addAll(facts.copySigns());
        return lines;
    }

    private static String line(SignatureFacts s) {
        List<String> parts = new ArrayList<>();
        parts.add(DocumentWords.of(
                s.kind() == SignatureFacts.SignerKind.PERSON ? "signer.person" : "signer.organisation",
                s.signer(),
                s.organisations().isEmpty() ? DocumentWords.of("noName") : String.join(", ", s.organisations())));
        parts.add(DocumentWords.of(s.trusted() ? "trusted" : "untrusted", s.trust()));
        parts.add(time(s));
        if (!s.chain().isEmpty()) {
            parts.add(revocation(s.chain().get(0)));
        }
        parts.add(
                s.intact()
                        ? DocumentWords.of("intact", s.level())
                        : DocumentWords.of("broken", String.join(" ", s.broken())));
        if (!s.addedAfter().isEmpty()) {
            parts.add(DocumentWords.of("added", String.join(" ", s.addedAfter())));
        }
        return String.join(" ", parts);
    }

    private static String time(SignatureFacts s) {
        Instant stamped = s.trustedTime();
        if (stamped != null) {
            return DocumentWords.of("stamped", Vietnam.toTheSecond(stamped));
        }
        Instant claimed = s.claimedTime();
        return claimed != null ? DocumentWords.of("claimed", Vietnam.toTheSecond(claimed)) : DocumentWords.of("noTime");
    }

    private static String revocation(CertificateFacts signer) {
        Instant revoked = signer.revokedSince();
        if (revoked != null) {
            return DocumentWords.of("revocation.revoked", Vietnam.toTheSecond(revoked));
        }
        Instant known = signer.revocationKnownAt();
        return known != null
                ? DocumentWords.of("revocation.good", Vietnam.toTheSecond(known))
                : DocumentWords.of("revocation.unknown");
    }
}
