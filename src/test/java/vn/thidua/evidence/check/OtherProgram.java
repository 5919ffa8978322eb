package vn.thidua.evidence.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import javax.security.auth.x500.X500Principal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.thidua.evidence.sample.SamplePki.Holder;

/** Signs as programs do that ask nothing: with any algorithm, on locked documents, changing something by the way. */
final class OtherProgram {
    private OtherProgram() {}

    static byte[] sign(byte[] pdf, Holder signer, String algorithm, String at) {
        return sign(pdf, signer, algorithm, at, d -> {});
    }

    /** @param edit done in the same increment, when the signature's field is there already */
    static byte[] sign(byte[] pdf, Holder signer, String algorithm, String at, Papers.Edit edit) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            GregorianCalendar time = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            time.setTime(Date.from(Instant.parse(at)));
            signature.setSignDate(time);
            document.addSignature(signature);
            edit.apply(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            var external = document.saveIncrementalForExternalSigning(out);
            external.setSignature(message(external.getContent().readAllBytes(), signer, algorithm));
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException | OperatorException | CMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] message(byte[] content, Holder signer, String algorithm)
            throws GeneralSecurityException, OperatorException, CMSException, IOException {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .build(algorithm, signer.keys().getPrivate(), signer.certificate()));
        generator.addCertificates(new JcaCertStore(
                List.of(signer.certificate(), TrustWorld.ISSUING.certificate(), TrustWorld.ROOT.certificate())));
        return generator.generate(new CMSProcessableByteArray(content), false).getEncoded();
    }

    /** Somebody with an RSA key of so many bits, from the issuing authority. */
    static Holder rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            KeyPair keys = generator.generateKeyPair();
            Holder issuer = TrustWorld.ISSUING;
            var builder = new JcaX509v3CertificateBuilder(
                    issuer.certificate(),
                    BigInteger.valueOf(990_000L + bits),
                    Date.from(Instant.parse("2024-01-01T00:00:00Z")),
                    Date.from(Instant.parse("2027-01-01T00:00:00Z")),
                    new X500Principal("CN=Ngô Khóa RSA,OU=" + TrustWorld.OFFICE + ",C=VN"),
                    keys.getPublic());
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .build(issuer.keys().getPrivate());
            return new Holder(new JcaX509CertificateConverter().getCertificate(builder.build(signer)), keys, issuer);
        } catch (GeneralSecurityException | OperatorException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
