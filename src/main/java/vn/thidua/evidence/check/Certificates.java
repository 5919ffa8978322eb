package vn.thidua.evidence.check;

import eu.europa.esig.dss.model.x509.CertificateToken;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import vn.thidua.evidence.CertificateFacts;
import vn.thidua.evidence.EvidenceWords;

/** Everything known of certificates while one file is checked: the operator's anchors and lists, and what the file brings. */
final class Certificates {
    private final Set<X509Certificate> anchors;
    private final Chains chains;
    private final Revocations revocations;

    Certificates(Set<X509Certificate> anchors, Revocations revocations) {
        this.anchors = anchors;
        this.chains = new Chains(anchors);
        this.revocations = revocations;
    }

    /**
     * @param compromised of some certificate of the chain the key was
     * @param trust in Vietnamese
     */
    record Judged(List<CertificateFacts> chain, boolean trusted, String trust, boolean compromised) {

        /** Whether the chain is trusted and every certificate that must be was valid then. */
        boolean goodAt(Instant at) {
            return trusted && !compromised && chain.stream().allMatch(c -> isGood(c, at));
        }

        String why(Instant at) {
            return trusted && !goodAt(at) ? EvidenceWords.of("stamp.notValidThen") : trust;
        }

        private boolean isGood(CertificateFacts c, Instant at) {
            boolean exempt = c.anchor() && chain.size() > 1;
            return exempt || !c.expired(at) && !c.notYetValid(at) && !c.revoked(at);
        }
    }

    /** @param times at which the way to an anchor may have been open */
    Judged judge(
            X509Certificate leaf, Collection<X509Certificate> known, Collection<Instant> times, boolean timeStamp) {
        Chains.Chain chain = chains.find(leaf, known, times, timeStamp);
        List<CertificateFacts> facts = new ArrayList<>();
        boolean compromised = false;
        List<X509Certificate> path = chain.certificates();
        for (int i = 0; i < path.size(); i++) {
            Revocations.Status status =
                    i + 1 < path.size() ? revocations.of(path.get(i), path.get(i + 1), known) : Revocations.UNKNOWN;
            compromised |= status.compromised();
            facts.add(facts(path.get(i), status));
        }
        return new Judged(facts, chain.trusted(), chain.why(), compromised);
    }

    private CertificateFacts facts(X509Certificate c, Revocations.Status status) {
        return new CertificateFacts(
                c.getSubjectX500Principal().getName(),
                c.getIssuerX500Principal().getName(),
                c.getSerialNumber().toString(16),
                anchors.contains(c),
                c.getNotBefore().toInstant(),
                c.getNotAfter().toInstant(),
                status.since(),
                status.knownAt());
    }

    List<X509Certificate> of(Collection<CertificateToken> tokens) {
        return tokens.stream().map(CertificateToken::getCertificate).toList();
    }
}
