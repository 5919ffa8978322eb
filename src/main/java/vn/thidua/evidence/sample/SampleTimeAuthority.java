package vn.thidua.evidence.sample;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import vn.thidua.evidence.sample.SamplePki.Holder;

/** Gives out time stamps (RFC 3161) of whatever instant it is asked for, to the microsecond: virtual years have no other clock. */
public final class SampleTimeAuthority {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String POLICY = "1.3.6.1.4.1.99999.1";

    private final SampleCms cms;

    public SampleTimeAuthority(Holder holder) {
        this.cms = new SampleCms(holder);
    }

    /** A token over {@code data}. */
    public byte[] stamp(byte[] data, Instant at) {
        try {
            return token(
                    NISTObjectIdentifiers.id_sha256,
                    MessageDigest.getInstance("SHA-256").digest(data),
                    at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token over data with this digest. */
    public byte[] token(ASN1ObjectIdentifier algorithm, byte[] digest, Instant at) {
        TSTInfo info = new TSTInfo(
                new ASN1ObjectIdentifier(POLICY),
                new MessageImprint(new AlgorithmIdentifier(algorithm), digest),
                new ASN1Integer(at.getEpochSecond()),
                new ASN1GeneralizedTime(written(at) + "Z"),
                null,
                ASN1Boolean.FALSE,
                null,
                null,
                null);
        try {
            return cms.generator()
                    .generate(new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded()), true)
                    .getEncoded();
        } catch (IOException | CMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without trailing zeros, as DER has it. */
    private static String written(Instant time) {
        String all = MICROSECONDS.format(time);
        return all.endsWith(".000000") ? all.substring(0, 14) : all.replaceFirst("0+$", "");
    }
}
