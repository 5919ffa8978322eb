package vn.thidua.evidence.check;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * EU DSS as it is used here: it takes signatures and time stamps apart and verifies them cryptographically, offline. What came
 * after a signature is {@link Changes}' to say: DSS would draw every page for it, and does not tell a further signature from a
 * filled form.
 */
final class PadesAnalyzer extends PDFDocumentAnalyzer {

    private PadesAnalyzer(byte[] pdf, Set<X509Certificate> anchors) {
        super(new InMemoryDocument(pdf, "evidence.pdf"));
        setPdfObjFactory(new PdfBoxDefaultObjectFactory());
        // No source of anything online: neither certificates nor revocation data are looked for outside the file.
        CommonCertificateVerifier offline = new CommonCertificateVerifier(true);
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        anchors.forEach(a -> trusted.addCertificate(new CertificateToken(a)));
        offline.setTrustedCertSources(trusted);
        setCertificateVerifier(offline);
    }

    /** @param anchors up to which a signature of level LT must bring its validation data; trust is {@link Chains}' to find */
    static List<PAdESSignature> signatures(byte[] pdf, Set<X509Certificate> anchors) {
        return new PadesAnalyzer(pdf, anchors)
                .getSignatures().stream().map(PAdESSignature.class::cast).toList();
    }

    @Override
    protected void postProcessing(List<AdvancedSignature> signatures) {
        // See above.
    }

    @Override
    protected void timestampPostProcessing(List<TimestampToken> timestamps) {
        // See above.
    }
}
