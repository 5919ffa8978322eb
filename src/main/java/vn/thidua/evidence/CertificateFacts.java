package vn.thidua.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One certificate of a chain.
 *
 * @param subject distinguished name as in RFC 2253
 * @param anchor it lies among the operator's anchors: its own validity is the operator's affair
 * @param notBefore first instant of its validity, in whole seconds
 * @param notAfter last instant of its validity, in whole seconds; still valid then
 * @param revokedSince first instant at which it counts as revoked; null if no list says so
 * @param revocationKnownAt the newest instant of which lists or answers say that it was not revoked; null: no data at all
 */
public record CertificateFacts(
        String subject,
        String issuer,
        String serial,
        boolean anchor,
        Instant notBefore,
        Instant notAfter,
        @Nullable Instant revokedSince,
        @Nullable Instant revocationKnownAt) {

    public boolean expired(Instant at) {
        return at.isAfter(notAfter);
    }

    public boolean notYetValid(Instant at) {
        return at.isBefore(notBefore);
    }

    public boolean revoked(Instant at) {
        return revokedSince != null && !at.isBefore(revokedSince);
    }
}
