package vn.thidua.evidence.check;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPResponseBinary;
import java.io.ByteArrayInputStream;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.jspecify.annotations.Nullable;
import vn.thidua.evidence.CertificateFacts;
import vn.thidua.evidence.EvidenceWords;
import vn.thidua.evidence.SignatureFacts;
import vn.thidua.evidence.TimeStampFacts;

/** The facts of every signature of a PDF, time stamps included. */
final class SignatureReader {
    private final byte[] file;
    private final Pdf now;
    private final TrustAnchors anchors;
    private final Instant received;

    SignatureReader(byte[] file, Pdf now, TrustAnchors anchors, Instant received) {
        this.file = file;
        this.now = now;
        this.anchors = anchors;
        this.received = received;
    }

    /** In the order in which they were made. */
    List<SignatureFacts> read(List<SignatureField> fields) {
        if (fields.isEmpty()) {
            return List.of();
        }
        List<PAdESSignature> understood = PadesAnalyzer.signatures(file, anchors.certificates());
        List<SignatureFacts> facts = new ArrayList<>();
        for (SignatureField field : fields) {
            Interrupts.check();
            if (!field.isTimeStamp()) {
                Integrity integrity = Integrity.of(field, fields, file, now);
                facts.add(understood.stream()
                        .filter(s -> isOf(s, field))
                        .findFirst()
                        .map(s -> facts(field, s, integrity))
                        .orElseGet(() -> notUnderstood(field, integrity)));
            }
        }
        return WitnessedTimes.of(facts);
    }

    private static boolean isOf(PAdESSignature signature, SignatureField field) {
        return SignatureField.range(field.value())
                .equals(signature.getPdfRevision().getByteRange().toBigIntegerList().stream()
                        .map(Number::longValue)
                        .toList());
    }

    private SignatureFacts notUnderstood(SignatureField field, Integrity integrity) {
        List<String> broken = new ArrayList<>(integrity.broken());
        broken.add(EvidenceWords.of("broken.unsupported"));
        return new SignatureFacts(
                field.name(),
                field.name(),
                List.of(),
                SignatureFacts.SignerKind.PERSON,
                List.of(),
                false,
                EvidenceWords.of("broken.unsupported"),
                null,
                null,
                List.of(),
                "",
                false,
                broken,
                field.end(),
                field.end() == file.length,
                integrity.added(),
                List.of());
    }

    private SignatureFacts facts(SignatureField field, PAdESSignature signature, Integrity integrity) {
        List<String> broken = new ArrayList<>(integrity.broken());
        Optional<CertificateToken> signer = verify(signature, broken);
        if (signer.isEmpty()) {
            return notUnderstood(field, new Integrity(broken, integrity.added()));
        }
        X509Certificate leaf = signer.get().getCertificate();
        List<X509Certificate> known = known(signature);
        Certificates certificates = new Certificates(anchors.certificates(), revocations(signature));
        List<TimeStampFacts> stamps = new TimeStamps(certificates).of(signature);
        Instant claimed = signature.getSigningTime() == null
                ? null
                : signature.getSigningTime().toInstant();
        Instant trusted = stamps.stream()
                .filter(TimeStampFacts::trusted)
                .map(TimeStampFacts::time)
                .min(Instant::compareTo)
                .orElse(null);
        Instant counts = trusted != null ? trusted : claimed;
        List<Instant> times = counts == null ? List.of(received) : List.of(counts, received);
        Certificates.Judged judged = certificates.judge(leaf, known, times, false);
        Subject subject = Subject.of(leaf);
        return new SignatureFacts(
                field.name(),
                subject.name(),
                subject.organisations(),
                subject.kind(),
                judged.chain(),
                judged.trusted(),
                judged.trust(),
                claimed,
                trusted,
                stamps,
                level(signature),
                broken.isEmpty(),
                broken,
                field.end(),
                Appendix.isEmpty(file, (int) Math.min(field.end(), file.length)),
                integrity.added(),
                remarks(judged, stamps, counts));
    }

    private static List<String> remarks(
            Certificates.Judged judged, List<TimeStampFacts> stamps, @Nullable Instant counts) {
        List<String> remarks = new ArrayList<>();
        for (CertificateFacts c : judged.chain()) {
            if (c.anchor() || c.revokedSince() != null) {
                continue;
            }
            if (c.revocationKnownAt() == null) {
                remarks.add(EvidenceWords.of("remark.noRevocation", c.subject()));
            } else if (counts != null && c.revocationKnownAt().isBefore(counts)) {
                remarks.add(EvidenceWords.of(
                        "remark.oldRevocation", c.subject(), EvidenceWords.moment(c.revocationKnownAt())));
            }
        }
        stamps.stream()
                .filter(s -> !s.trusted())
                .forEach(s -> remarks.add(EvidenceWords.of("remark.stamp", s.authority(), s.why())));
        if (counts == null) {
            remarks.add(EvidenceWords.of("remark.noTime"));
        }
        return remarks;
    }

    /** @return the certificate whose key made the signature; empty if none did */
    private static Optional<CertificateToken> verify(PAdESSignature signature, List<String> broken) {
        signature.checkSignatureIntegrity();
        var verification = signature.getSignatureCryptographicVerification();
        if (!verification.isReferenceDataFound() || !verification.isReferenceDataIntact()) {
            broken.add(EvidenceWords.of("broken.digest"));
        }
        if (!verification.isSignatureIntact()) {
            broken.add(EvidenceWords.of("broken.value"));
        }
        if (Weak.isWeak(signature.getDigestAlgorithm())) {
            broken.add(EvidenceWords.of("broken.weak", signature.getDigestAlgorithm()));
        }
        CertificateToken signer = signature.getSigningCertificateToken();
        if (signer != null && Weak.tooShort(signer.getPublicKey()) > 0) {
            int bits = Weak.tooShort(signer.getPublicKey());
            broken.add(EvidenceWords.of("broken.weakKey", signer.getPublicKey().getAlgorithm(), bits));
        }
        return Optional.ofNullable(signer);
    }

    /** Every certificate that came with the file; whether any may be believed is shown by its way to an anchor. */
    private static List<X509Certificate> known(PAdESSignature signature) {
        List<X509Certificate> known = new ArrayList<>();
        signature.getCompleteCertificateSource().getCertificates().forEach(c -> known.add(c.getCertificate()));
        return known;
    }

    private Revocations revocations(AdvancedSignature signature) {
        List<X509CRL> lists = new ArrayList<>(anchors.lists());
        signature.getCompleteCRLSource().getAllRevocationBinaries().forEach(b -> list(b.getBinaries(), lists));
        List<BasicOCSPResp> answers = new ArrayList<>();
        signature.getCompleteOCSPSource().getAllRevocationBinaries().forEach(b -> {
            if (b instanceof OCSPResponseBinary answer) {
                answers.add(answer.getBasicOCSPResp());
            }
        });
        return new Revocations(lists, new OcspAnswers(answers));
    }

    private static void list(byte[] encoded, List<X509CRL> lists) {
        try {
            lists.add((X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(encoded)));
        } catch (CRLException | CertificateException e) {
            // What cannot be read says nothing; missing data are a remark.
            return;
        }
    }

    private static String level(PAdESSignature signature) {
        return signature.getDataFoundUpToLevel().toString();
    }
}
