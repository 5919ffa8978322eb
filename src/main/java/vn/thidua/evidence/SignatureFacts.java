package vn.thidua.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one signature of a PDF, apart from any deadline.
 *
 * @param signer common name in the certificate
 * @param organisations what the certificate names as organisation or unit, nearest first
 * @param chain the signer's certificate first; ends at an anchor if trusted
 * @param trust in Vietnamese: why it is trusted or not
 * @param claimedTime what the signer says; anybody can write any time there
 * @param trustedTime the earliest instant at which a trusted authority saw this signature
 * @param level {@code PAdES-BASELINE-B} and the like, as found
 * @param intact cryptographically, and nothing but further signatures, time stamps and validation data follows
 * @param broken in Vietnamese: why it is not intact; empty if it is
 * @param signedBytes how far the signature reaches into the file, in bytes
 * @param wholeFile nothing at all follows
 * @param addedAfter in Vietnamese: permitted additions after it
 * @param remarks in Vietnamese: no failure, but worth knowing
 */
public record SignatureFacts(
        String field,
        String signer,
        List<String> organisations,
        SignerKind kind,
        List<CertificateFacts> chain,
        boolean trusted,
        String trust,
        @Nullable Instant claimedTime,
        @Nullable Instant trustedTime,
        List<TimeStampFacts> timeStamps,
        String level,
        boolean intact,
        List<String> broken,
        long signedBytes,
        boolean wholeFile,
        List<String> addedAfter,
        List<String> remarks) {

    public enum SignerKind {
        PERSON,
        ORGANISATION
    }

    public SignatureFacts {
        organisations = List.copyOf(organisations);
        chain = List.copyOf(chain);
        timeStamps = List.copyOf(timeStamps);
        broken = List.copyOf(broken);
        addedAfter = List.copyOf(addedAfter);
        remarks = List.copyOf(remarks);
    }

    /** The time stamp's, else the claimed one; a signature without any was there at receipt, and no more is known. */
    public Instant time(Instant received) {
        Instant stated = trustedTime != null ? trustedTime : claimedTime;
        return Objects.requireNonNullElse(stated, received);
    }

    /** Where the time is only claimed the certificate must have been good at receipt too: a claim can be made at any time. */
    public List<Instant> judgedAt(Instant received) {
        return trustedTime != null
                ? List.of(trustedTime)
                : List.of(time(received), received).stream().distinct().toList();
    }
}
