package vn.thidua.evidence.check;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import vn.thidua.evidence.check.TestPki.Holder;

/** A time-stamp authority whose clock stands still, to the microsecond. */
public record TimeAuthority(Holder holder, Instant time) implements TSPSource {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    public static TimeAuthority at(Holder holder, String time) {
        return new TimeAuthority(holder, Instant.parse(time));
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        try {
            // Encoded without trailing zeros, as DER has it.
            String written = MICROSECONDS.format(time).replaceFirst("\\.?0+$", "");
            if (!written.contains(".")) {
                written = MICROSECONDS.format(time).substring(0, 14);
            }
            TSTInfo info = new TSTInfo(
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"),
                    new MessageImprint(new AlgorithmIdentifier(new ASN1ObjectIdentifier(algorithm.getOid())), digest),
                    new ASN1Integer(time.getEpochSecond()),
                    new ASN1GeneralizedTime(written + "Z"),
                    null,
                    ASN1Boolean.FALSE,
                    null,
                    null,
                    null);
            return new TimestampBinary(signed(info));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] signed(TSTInfo info) throws Exception {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(holder.certificate().getEncoded());
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                .build("SHA256withECDSA", holder.keys().getPrivate(), holder.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(holder.certificate())));
        return generator
                .generate(new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded()), true)
                .getEncoded();
    }
}
