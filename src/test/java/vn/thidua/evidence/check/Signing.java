package vn.thidua.evidence.check;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thidua.evidence.sample.SamplePki.Holder;

/** Signs PDFs as an office's program does. Values, so that a case reads as a sentence; each step gives a new one. */
public record Signing(
        Holder signer,
        Instant claimed,
        @Nullable TSPSource stamp,
        List<X509CRL> lists,
        boolean validationData,
        @Nullable String picture,
        int page,
        float[] box,
        @Nullable CertificationPermission permission) {

    public static Signing by(Holder signer, String claimed) {
        return new Signing(
                signer, Instant.parse(claimed), null, List.of(), false, null, 1, new float[] {350, 600, 150, 60}, null);
    }

    /** B-T. */
    public Signing stampedBy(TSPSource authority) {
        return new Signing(signer, claimed, authority, lists, validationData, picture, page, box, permission);
    }

    /** B-LT. */
    public Signing withValidationData(X509CRL... revocationLists) {
        return new Signing(signer, claimed, stamp, List.of(revocationLists), true, picture, page, box, permission);
    }

    /** A visible signature with these words. */
    public Signing showing(String words) {
        return new Signing(signer, claimed, stamp, lists, validationData, words, page, box, permission);
    }

    /** Where the picture lies: from the left, from the top, width, height, in points. */
    public Signing at(int onPage, float... place) {
        return new Signing(signer, claimed, stamp, lists, validationData, picture, onPage, place, permission);
    }

    /** A certifying signature, the first of a document, that says what may follow. */
    public Signing certifying(CertificationPermission allows) {
        return new Signing(signer, claimed, stamp, lists, validationData, picture, page, box, allows);
    }

    public byte[] sign(byte[] pdf) {
        PAdESService service = service();
        PAdESSignatureParameters parameters = parameters();
        DSSDocument document = new InMemoryDocument(pdf, "evidence.pdf");
        try {
            ToBeSigned data = service.getDataToSign(document, parameters);
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(signer.keys().getPrivate());
            signature.update(data.getBytes());
            SignatureValue value = new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signature.sign());
            return bytes(service.signDocument(document, parameters, value));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A time stamp over the whole document, with no signature of anybody's. */
    public static byte[] stamp(byte[] pdf, TSPSource authority) {
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        service.setTspSource(authority);
        return bytes(service.timestamp(new InMemoryDocument(pdf, "evidence.pdf"), new PAdESTimestampParameters()));
    }

    private PAdESService service() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnRevokedCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnMissingRevocationData(new SilentOnStatusAlert());
        verifier.setAlertOnNoRevocationAfterBestSignatureTime(new SilentOnStatusAlert());
        verifier.setAlertOnUncoveredPOE(new SilentOnStatusAlert());
        verifier.setAlertOnInvalidTimestamp(new SilentOnStatusAlert());
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(root(signer).certificate()));
        if (stamp instanceof TimeAuthority authority) {
            trusted.addCertificate(new CertificateToken(root(authority.holder()).certificate()));
        }
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(new ExternalResourcesCRLSource(
                lists.stream().map(Signing::stream).toArray(InputStream[]::new)));
        PAdESService service = new PAdESService(verifier);
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        if (stamp != null) {
            service.setTspSource(stamp);
        }
        return service;
    }

    private PAdESSignatureParameters parameters() {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        SignatureLevel stamped = stamp == null ? SignatureLevel.PAdES_BASELINE_B : SignatureLevel.PAdES_BASELINE_T;
        parameters.setSignatureLevel(validationData ? SignatureLevel.PAdES_BASELINE_LT : stamped);
        parameters.setDigestAlgorithm(eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(signer.certificate()));
        List<CertificateToken> chain = new ArrayList<>();
        for (Holder h = signer; h != null; h = h.issuer()) {
            chain.add(new CertificateToken(h.certificate()));
        }
        parameters.setCertificateChain(chain);
        parameters.bLevel().setSigningDate(Date.from(claimed));
        if (permission != null) {
            parameters.setPermission(permission);
        }
        if (picture != null) {
            parameters.setImageParameters(image(picture));
        }
        return parameters;
    }

    private SignatureImageParameters image(String words) {
        SignatureImageParameters image = new SignatureImageParameters();
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setText(words);
        text.setFont(new DSSFileFont(Papers.fontFile()));
        image.setTextParameters(text);
        SignatureFieldParameters field = new SignatureFieldParameters();
        field.setPage(page);
        field.setOriginX(box[0]);
        field.setOriginY(box[1]);
        field.setWidth(box[2]);
        field.setHeight(box[3]);
        image.setFieldParameters(field);
        return image;
    }

    private static Holder root(Holder holder) {
        Holder top = holder;
        while (top.issuer() != null) {
            top = Objects.requireNonNull(top.issuer());
        }
        return top;
    }

    private static InputStream stream(X509CRL list) {
        try {
            return new java.io.ByteArrayInputStream(list.getEncoded());
        } catch (CRLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(DSSDocument document) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
