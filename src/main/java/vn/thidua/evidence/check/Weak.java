package vn.thidua.evidence.check;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Algorithms that no longer prove anything: two documents with one digest can be made, or the key be computed. */
final class Weak {
    private static final Set<DigestAlgorithm> COLLIDING =
            Set.of(DigestAlgorithm.MD2, DigestAlgorithm.MD5, DigestAlgorithm.SHA1, DigestAlgorithm.RIPEMD160);
    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 224;

    private Weak() {}

    static boolean isWeak(@Nullable DigestAlgorithm algorithm) {
        return algorithm == null || COLLIDING.contains(algorithm);
    }

    /** Bits of a key that is too short; 0 if it is long enough. */
    static int tooShort(PublicKey key) {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < RSA_BITS) {
            return rsa.getModulus().bitLength();
        }
        if (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() < EC_BITS) {
            return ec.getParams().getOrder().bitLength();
        }
        return 0;
    }
}
