package vn.thidua.evidence.check;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thidua.evidence.EvidenceWords;

/**
 * Finds the way from a certificate to an anchor by the standard rules (RFC 5280, the JDK's PKIX): who may issue, for what, how
 * deep. Dates and revocation are judged elsewhere, at the times that count; here a way that was open once is a way.
 */
final class Chains {
    private static final Set<String> SIGNS_DOCUMENTS = Set.of(
            "2.5.29.37.0",
            "1.3.6.1.5.5.7.3.2",
            "1.3.6.1.5.5.7.3.4",
            "1.3.6.1.5.5.7.3.36",
            "1.3.6.1.4.1.311.10.3.12",
            "1.2.840.113583.1.1.5");
    private static final Set<String> STAMPS_TIME = Set.of("1.3.6.1.5.5.7.3.8");

    private final Set<X509Certificate> anchors;

    Chains(Set<X509Certificate> anchors) {
        this.anchors = anchors;
    }

    /**
     * @param certificates leaf first; the anchor last, if trusted
     * @param why in Vietnamese
     */
    record Chain(List<X509Certificate> certificates, boolean trusted, String why) {}

    /**
     * @param known certificates that came with the file
     * @param times at which the way may have been open
     */
    Chain find(X509Certificate leaf, Collection<X509Certificate> known, Collection<Instant> times, boolean timeStamp) {
        if (anchors.isEmpty()) {
            return new Chain(List.of(leaf), false, EvidenceWords.of("trust.noAnchors"));
        }
        if (!mayBeUsed(leaf, timeStamp)) {
            return new Chain(List.of(leaf), false, EvidenceWords.of("trust.purpose"));
        }
        if (anchors.contains(leaf)) {
            return new Chain(List.of(leaf), true, EvidenceWords.of("trust.self"));
        }
        Set<Instant> tried = new LinkedHashSet<>(times);
        tried.add(leaf.getNotBefore().toInstant());
        tried.add(leaf.getNotAfter().toInstant());
        for (Instant at : tried) {
            List<X509Certificate> path = path(leaf, known, at);
            if (!path.isEmpty()) {
                X509Certificate anchor = path.get(path.size() - 1);
                String name = anchor.getSubjectX500Principal().getName();
                return new Chain(path, true, EvidenceWords.of("trust.anchor", name));
            }
        }
        String issuer = leaf.getIssuerX500Principal().getName();
        return new Chain(List.of(leaf), false, EvidenceWords.of("trust.unknown", issuer));
    }

    private List<X509Certificate> path(X509Certificate leaf, Collection<X509Certificate> known, Instant at) {
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(leaf);
            Set<TrustAnchor> trusted =
                    anchors.stream().map(c -> new TrustAnchor(c, null)).collect(Collectors.toSet());
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            List<X509Certificate> all = new ArrayList<>(known);
            all.add(leaf);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
            var result = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            List<X509Certificate> path = new ArrayList<>();
            result.getCertPath().getCertificates().forEach(c -> path.add((X509Certificate) c));
            path.add(result.getTrustAnchor().getTrustedCert());
            return path;
        } catch (GeneralSecurityException e) {
            return List.of();
        }
    }

    /** A certificate that an authority gave out for web servers or for time stamps signs no documents. */
    private static boolean mayBeUsed(X509Certificate leaf, boolean timeStamp) {
        try {
            boolean[] usage = leaf.getKeyUsage();
            List<String> purposes = leaf.getExtendedKeyUsage();
            boolean signs = usage == null || usage[0] || usage[1];
            if (timeStamp) {
                return signs && purposes != null && purposes.stream().anyMatch(STAMPS_TIME::contains);
            }
            return signs && (purposes == null || purposes.stream().anyMatch(SIGNS_DOCUMENTS::contains));
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
