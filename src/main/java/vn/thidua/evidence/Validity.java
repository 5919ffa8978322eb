package vn.thidua.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Why a file is {@link Verdict#INVALID}: what it is, what came after its signatures, and certificates at the time that counts. */
final class Validity {
    private Validity() {}

    /** @return Vietnamese sentences; empty if nothing speaks against the file */
    static List<String> objections(FileFacts file, Instant received) {
        List<String> objections = new ArrayList<>(file.dangers());
        for (SignatureFacts signature : file.signatures()) {
            if (!signature.intact()) {
                String why = String.join(" ", signature.broken());
                objections.add(EvidenceWords.of("notIntact", signature.signer(), why));
            }
            for (int i = 0; i < signature.chain().size(); i++) {
                CertificateFacts certificate = signature.chain().get(i);
                if (i == 0 || !certificate.anchor()) {
                    signature.judgedAt(received).forEach(at -> certificate(signature, certificate, at, objections));
                }
            }
        }
        return objections;
    }

    private static void certificate(
            SignatureFacts signature, CertificateFacts certificate, Instant at, List<String> objections) {
        String when = EvidenceWords.moment(at);
        String subject = certificate.subject();
        if (certificate.notYetValid(at)) {
            objections.add(EvidenceWords.of(
                    "notYetValid", signature.signer(), subject, when, EvidenceWords.moment(certificate.notBefore())));
        }
        if (certificate.expired(at)) {
            objections.add(EvidenceWords.of(
                    "expired", signature.signer(), subject, when, EvidenceWords.moment(certificate.notAfter())));
        }
        if (certificate.revokedSince() != null && certificate.revoked(at)) {
            objections.add(EvidenceWords.of(
                    "revoked", signature.signer(), subject, when, EvidenceWords.moment(certificate.revokedSince())));
        }
    }
}
