package vn.thidua.evidence.check;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.thidua.evidence.EvidenceWords;
import vn.thidua.evidence.TimeStampFacts;

/** The time stamps on a signature, each with whether its authority may be believed (papers.md, "Digital signatures"). */
final class TimeStamps {
    /** ASN.1 GeneralizedTime; DSS and Bouncy Castle keep milliseconds of it, and a microsecond can decide. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuuMMddHHmmss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("XX")
            .toFormatter(Locale.ROOT);

    private final Certificates certificates;

    TimeStamps(Certificates certificates) {
        this.certificates = certificates;
    }

    /** Stamps made before the signature (on its content) say nothing of when it was made, and are left out. */
    List<TimeStampFacts> of(PAdESSignature signature) {
        Map<String, TimeStampFacts> found = new LinkedHashMap<>();
        signature
                .getSignatureTimestamps()
                .forEach(t -> found.put(t.getDSSIdAsString(), facts(t, TimeStampFacts.Kind.SIGNATURE)));
        signature
                .getDocumentTimestamps()
                .forEach(t -> found.putIfAbsent(t.getDSSIdAsString(), facts(t, TimeStampFacts.Kind.DOCUMENT)));
        return new ArrayList<>(found.values());
    }

    private TimeStampFacts facts(TimestampToken stamp, TimeStampFacts.Kind kind) {
        Instant time = time(stamp);
        CertificateToken signer = signer(stamp);
        if (signer == null) {
            return new TimeStampFacts(kind, time, "", false, EvidenceWords.of("stamp.noSigner"));
        }
        String authority = Subject.of(signer.getCertificate()).name();
        if (!stamp.isMessageImprintDataFound() || !stamp.isMessageImprintDataIntact()) {
            return new TimeStampFacts(kind, time, authority, false, EvidenceWords.of("stamp.otherData"));
        }
        if (Weak.isWeak(stamp.getDigestAlgorithm())
                || Weak.isWeak(stamp.getMessageImprint().getAlgorithm())) {
            return new TimeStampFacts(kind, time, authority, false, EvidenceWords.of("stamp.weak"));
        }
        List<X509Certificate> known = certificates.of(stamp.getCertificates());
        Certificates.Judged judged = certificates.judge(signer.getCertificate(), known, List.of(time), true);
        return new TimeStampFacts(kind, time, authority, judged.goodAt(time), judged.why(time));
    }

    private static @org.jspecify.annotations.Nullable CertificateToken signer(TimestampToken stamp) {
        for (var candidate : stamp.getCandidatesForSigningCertificate().getCertificateValidityList()) {
            CertificateToken token = candidate.getCertificateToken();
            if (token != null && stamp.isSignedBy(token) && stamp.isSignatureIntact()) {
                return token;
            }
        }
        return null;
    }

    private static Instant time(TimestampToken stamp) {
        String written = stamp.getTimeStamp()
                .getTimeStampInfo()
                .toASN1Structure()
                .getGenTime()
                .getTimeString();
        try {
            return OffsetDateTime.parse(written.replace("Z", "+0000"), TIME).toInstant();
        } catch (java.time.format.DateTimeParseException e) {
            return stamp.getGenerationTime().toInstant();
        }
    }
}
