package vn.thidua.evidence.sample;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Certificates made up for rehearsals and tests: authorities, people, organisations, time-stamp authorities. Every name in them is
 * invented; nobody trusts them who has not put the root among the anchors.
 */
public final class SamplePki {
    private static final AtomicLong SERIAL = new AtomicLong(1000);

    private SamplePki() {}

    /** What a certificate may be used for. */
    public enum Use {
        AUTHORITY,
        SIGNING,
        TIME_STAMPS,
        /** Answers on revocation (OCSP) in its issuer's name. */
        ANSWERS,
        WEB_SERVER
    }

    /** A certificate with its key, and who gave it out ({@code null}: itself). */
    public record Holder(
            X509Certificate certificate,
            KeyPair keys,
            @Nullable Holder issuer) {

        /** A certificate for a new key, valid from and to these instants, given out by this holder. */
        public Holder issue(String subject, Use use, Instant from, Instant to) {
            return make(this, subject, use, from, to);
        }

        /** @param revoked serial numbers and since when */
        public X509CRL list(Instant thisUpdate, Map<BigInteger, Instant> revoked) {
            try {
                Date at = Date.from(thisUpdate);
                var builder = new JcaX509v2CRLBuilder(certificate, at);
                builder.setNextUpdate(new Date(at.getTime() + 30L * 24 * 3600 * 1000));
                revoked.forEach((serial, since) ->
                        builder.addCRLEntry(serial, Date.from(since), CRLReason.cessationOfOperation));
                return new JcaX509CRLConverter().getCRL(builder.build(signer(keys)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** An authority that vouches for itself, for longer than anybody will look. */
    public static Holder root(String subject) {
        return make(
                null,
                subject,
                Use.AUTHORITY,
                Instant.parse("2015-01-01T00:00:00Z"),
                Instant.parse("2065-01-01T00:00:00Z"));
    }

    private static Holder make(@Nullable Holder issuer, String subject, Use use, Instant from, Instant to) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            X500Name issuerName = issuer == null
                    ? new X500Name(subject)
                    : X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded());
            var builder = new JcaX509v3CertificateBuilder(
                    issuerName,
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(from),
                    Date.from(to),
                    new X500Name(subject),
                    keys.getPublic());
            var utils = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(keys.getPublic()));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(use == Use.AUTHORITY));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage(use)));
            if (issuer != null) {
                // Nothing answers there, and nothing is asked; but a certificate without it counts as one that needs no
                // list.
                GeneralName place =
                        new GeneralName(GeneralName.uniformResourceIdentifier, "http://crl.example/list.crl");
                DistributionPoint point =
                        new DistributionPoint(new DistributionPointName(new GeneralNames(place)), null, null);
                builder.addExtension(
                        Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point}));
            }
            if (use == Use.TIME_STAMPS) {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            if (use == Use.ANSWERS) {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
            }
            if (use == Use.WEB_SERVER) {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            }
            KeyPair issuerKeys = issuer == null ? keys : issuer.keys();
            return new Holder(
                    new JcaX509CertificateConverter().getCertificate(builder.build(signer(issuerKeys))), keys, issuer);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int usage(Use use) {
        return use == Use.AUTHORITY
                ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    }

    private static ContentSigner signer(KeyPair keys) throws Exception {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    }
}
