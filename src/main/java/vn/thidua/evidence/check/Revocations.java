package vn.thidua.evidence.check;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.jspecify.annotations.Nullable;

/**
 * What revocation lists (the operator's and those in the file) and the answers in the file say of a certificate. A revocation
 * found anywhere counts; silence of one list counts only for certificates that it still had to name.
 */
final class Revocations {
    private static final String DELTA = "2.5.29.27";
    private static final String INVALIDITY_DATE = "2.5.29.24";

    private final List<X509CRL> lists;
    private final OcspAnswers answers;

    Revocations(List<X509CRL> lists, OcspAnswers answers) {
        this.lists = lists;
        this.answers = answers;
    }

    /**
     * @param since first instant at which it counts as revoked
     * @param compromised its key was no longer its owner's alone: nothing that it ever signed can be believed
     * @param knownAt the newest instant of which something says that it was not revoked
     */
    record Status(
            @Nullable Instant since,
            boolean compromised,
            @Nullable Instant knownAt) {
        Status and(Status other) {
            Instant first = since == null || other.since != null && other.since.isBefore(since) ? other.since : since;
            Instant newest = knownAt == null || other.knownAt != null && other.knownAt.isAfter(knownAt)
                    ? other.knownAt
                    : knownAt;
            return new Status(first, compromised || other.compromised, newest);
        }
    }

    static final Status UNKNOWN = new Status(null, false, null);

    Status of(X509Certificate certificate, X509Certificate issuer, Collection<X509Certificate> known) {
        Status status = answers.of(certificate, issuer, known);
        for (X509CRL list : lists) {
            if (isBy(list, issuer)) {
                status = status.and(of(certificate, list));
            }
        }
        return status;
    }

    private static boolean isBy(X509CRL list, X509Certificate issuer) {
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Status of(X509Certificate certificate, X509CRL list) {
        X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
        if (entry != null) {
            boolean compromised = entry.getRevocationReason() != null
                    && entry.getRevocationReason().name().endsWith("COMPROMISE");
            return new Status(since(entry), compromised, null);
        }
        Date issued = list.getThisUpdate();
        boolean mustName = !issued.after(certificate.getNotAfter()) && list.getExtensionValue(DELTA) == null;
        return mustName ? new Status(null, false, issued.toInstant()) : UNKNOWN;
    }

    private static Instant since(X509CRLEntry entry) {
        Instant revoked = entry.getRevocationDate().toInstant();
        byte[] extension = entry.getExtensionValue(INVALIDITY_DATE);
        if (extension == null) {
            return revoked;
        }
        try {
            byte[] inner = ASN1OctetString.getInstance(extension).getOctets();
            Instant invalid = ASN1GeneralizedTime.getInstance(inner).getDate().toInstant();
            return invalid.isBefore(revoked) ? invalid : revoked;
        } catch (java.text.ParseException | IllegalArgumentException e) {
            return revoked;
        }
    }
}
