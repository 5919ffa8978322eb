package vn.thidua.evidence.check;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import vn.thidua.evidence.sample.SamplePki.Holder;

/** A signed PDF with an answer on revocation in its store of validation data (DSS), as programs append it after signing. */
final class OcspFile {
    private OcspFile() {}

    /**
     * @param about whose certificate is asked about
     * @param by who answers
     * @param status null: good
     */
    static byte[] with(byte[] signed, Holder about, Holder by, CertificateStatus status, String at) {
        byte[] answer = answer(about, by, status, Instant.parse(at));
        return Papers.appended(signed, document -> {
            COSStream stream = document.getDocument().createCOSStream();
            try (var out = stream.createOutputStream()) {
                out.write(answer);
            }
            COSArray answers = new COSArray();
            answers.add(stream);
            COSDictionary store = new COSDictionary();
            store.setItem(COSName.getPDFName("OCSPs"), answers);
            store.setNeedToBeUpdated(true);
            stream.setNeedToBeUpdated(true);
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            catalog.setItem(COSName.getPDFName("DSS"), store);
            catalog.setNeedToBeUpdated(true);
        });
    }

    private static byte[] answer(Holder about, Holder by, CertificateStatus status, Instant at) {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            Holder issuer = TrustWorld.ISSUING;
            BasicOCSPRespBuilder builder = new JcaBasicOCSPRespBuilder(
                    by.keys().getPublic(), digests.get(org.bouncycastle.cert.ocsp.RespID.HASH_SHA1));
            builder.addResponse(
                    new CertificateID(
                            digests.get(CertificateID.HASH_SHA1),
                            new JcaX509CertificateHolder(issuer.certificate()),
                            about.certificate().getSerialNumber()),
                    status,
                    Date.from(at),
                    Date.from(at.plusSeconds(86_400)));
            var basic = builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA")
                            .build(by.keys().getPrivate()),
                    new X509CertificateHolder[] {new JcaX509CertificateHolder(by.certificate())},
                    Date.from(at));
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, basic)
                    .getEncoded();
        } catch (OperatorException | OCSPException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
