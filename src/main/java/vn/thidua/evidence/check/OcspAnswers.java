package vn.thidua.evidence.check;

import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import vn.thidua.evidence.check.Revocations.Status;

/** Answers on revocation (OCSP) that lie in a file: believed when signed by the issuer itself or by whom it let answer. */
final class OcspAnswers {
    private final List<BasicOCSPResp> answers;

    OcspAnswers(List<BasicOCSPResp> answers) {
        this.answers = answers;
    }

    Status of(X509Certificate certificate, X509Certificate issuer, Collection<X509Certificate> known) {
        Status status = Revocations.UNKNOWN;
        for (BasicOCSPResp answer : answers) {
            try {
                X509CertificateHolder issuerHolder = new JcaX509CertificateHolder(issuer);
                for (SingleResp single : answer.getResponses()) {
                    if (isAbout(single, certificate, issuerHolder) && isSigned(answer, issuerHolder, known)) {
                        status = status.and(of(single));
                    }
                }
            } catch (OCSPException | OperatorCreationException | CertificateException | CertException e) {
                // An answer that cannot be checked says nothing.
                continue;
            }
        }
        return status;
    }

    private static boolean isAbout(SingleResp single, X509Certificate certificate, X509CertificateHolder issuer)
            throws OCSPException, OperatorCreationException {
        return single.getCertID().getSerialNumber().equals(certificate.getSerialNumber())
                && single.getCertID().matchesIssuer(issuer, new JcaDigestCalculatorProviderBuilder().build());
    }

    private static boolean isSigned(
            BasicOCSPResp answer, X509CertificateHolder issuer, Collection<X509Certificate> known)
            throws OCSPException, OperatorCreationException, CertificateException, CertException {
        JcaContentVerifierProviderBuilder verifiers = new JcaContentVerifierProviderBuilder();
        if (answer.isSignatureValid(verifiers.build(issuer))) {
            return true;
        }
        List<X509CertificateHolder> responders = new ArrayList<>(Arrays.asList(answer.getCerts()));
        for (X509Certificate c : known) {
            responders.add(holder(c));
        }
        for (X509CertificateHolder responder : responders) {
            ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(responder.getExtensions());
            if (usage != null
                    && usage.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning)
                    && responder.getIssuer().equals(issuer.getSubject())
                    && responder.isSignatureValid(verifiers.build(issuer))
                    && answer.isSignatureValid(verifiers.build(responder))) {
                return true;
            }
        }
        return false;
    }

    private static X509CertificateHolder holder(X509Certificate certificate) throws CertificateEncodingException {
        return new JcaX509CertificateHolder(certificate);
    }

    private static Status of(SingleResp single) {
        CertificateStatus status = single.getCertStatus();
        Instant at = single.getThisUpdate().toInstant();
        if (status == CertificateStatus.GOOD) {
            return new Status(null, false, at);
        }
        if (status instanceof RevokedStatus revoked) {
            int reason = revoked.hasRevocationReason() ? revoked.getRevocationReason() : CRLReason.unspecified;
            boolean compromised = reason == CRLReason.keyCompromise
                    || reason == CRLReason.cACompromise
                    || reason == CRLReason.aACompromise;
            return new Status(revoked.getRevocationTime().toInstant(), compromised, null);
        }
        return Revocations.UNKNOWN;
    }
}
