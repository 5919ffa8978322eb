package vn.thidua.evidence.check;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.evidence.check.TrustWorld.*;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.evidence.CertificateFacts;
import vn.thidua.evidence.Circumstances;
import vn.thidua.evidence.FileFacts;
import vn.thidua.evidence.Judge;
import vn.thidua.evidence.SignatureFacts;
import vn.thidua.evidence.Verdict;
import vn.thidua.evidence.sample.SamplePki.Holder;
import vn.thidua.evidence.sample.SamplePki.Use;

/** S0-14: answers on revocation, archive time stamps, weak algorithms, documents that their signer locked. */
class ValidationDataTest {
    private static final String EARLY = "2024-11-11T02:00:00Z";
    private static final String ANSWERED = "2024-11-12T02:00:00Z";
    private static final Instant RECEIVED = Instant.parse("2024-11-24T02:00:00Z");
    private static final byte[] PAPER = Papers.text("Báo cáo kết quả công tác năm 2024");
    private static final byte[] SIGNED = Signing.by(PERSON, EARLY).sign(PAPER);
    private static final Holder RESPONDER = ISSUING.issue(
            "CN=Trả lời thu hồi thử nghiệm,C=VN",
            Use.ANSWERS,
            Instant.parse("2024-01-01T00:00:00Z"),
            Instant.parse("2027-01-01T00:00:00Z"));

    @TempDir
    Path anchors;

    @BeforeEach
    void theRootAloneAndNoLists() throws Exception {
        Files.write(anchors.resolve("root.cer"), ROOT.certificate().getEncoded());
    }

    @Test
    void aGoodAnswerIsKnownFromItsTimeOn() throws Exception {
        FileFacts facts = check(OcspFile.with(SIGNED, PERSON, ISSUING, CertificateStatus.GOOD, ANSWERED));

        assertThat(verdict(facts)).isEqualTo(Verdict.VALID_CLAIMED_TIME);
        assertThat(leaf(facts).revocationKnownAt()).isEqualTo(Instant.parse(ANSWERED));
        assertThat(only(facts).addedAfter()).anyMatch(a -> a.contains("DSS"));
        assertThat(only(facts).remarks()).noneMatch(r -> r.contains("Nguyễn Thử Nghiệm"));
    }

    @Test
    void anAnswerOfWhomTheIssuerLetAnswerIsBelieved() throws Exception {
        FileFacts facts = check(OcspFile.with(SIGNED, PERSON, RESPONDER, CertificateStatus.GOOD, ANSWERED));

        assertThat(leaf(facts).revocationKnownAt()).isEqualTo(Instant.parse(ANSWERED));
    }

    @Test
    void anAnswerThatSaysRevokedCounts() throws Exception {
        CertificateStatus revoked =
                new RevokedStatus(Date.from(Instant.parse("2024-11-10T00:00:00Z")), CRLReason.cessationOfOperation);
        FileFacts facts = check(OcspFile.with(SIGNED, PERSON, ISSUING, revoked, ANSWERED));

        assertThat(leaf(facts).revokedSince()).isEqualTo(Instant.parse("2024-11-10T00:00:00Z"));
        assertThat(verdict(facts)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void anAnswerThatDoesNotKnowSaysNothing() throws Exception {
        FileFacts facts = check(OcspFile.with(SIGNED, PERSON, ISSUING, new UnknownStatus(), ANSWERED));

        assertThat(leaf(facts).revocationKnownAt()).isNull();
        assertThat(verdict(facts)).isEqualTo(Verdict.VALID_CLAIMED_TIME);
        assertThat(only(facts).remarks()).anyMatch(r -> r.contains("Không có dữ liệu thu hồi"));
    }

    @Test
    void anAnswerOfAnybodyElseIsNotBelieved() throws Exception {
        CertificateStatus revoked =
                new RevokedStatus(Date.from(Instant.parse("2024-11-10T00:00:00Z")), CRLReason.keyCompromise);
        for (Holder liar : new Holder[] {STRANGER, ORGANISATION}) {
            FileFacts facts = check(OcspFile.with(SIGNED, PERSON, liar, revoked, ANSWERED));

            assertThat(leaf(facts).revokedSince()).isNull();
            assertThat(verdict(facts)).isEqualTo(Verdict.VALID_CLAIMED_TIME);
        }
    }

    @Test
    void revocationUnknownIsARemark() throws Exception {
        FileFacts facts = check(SIGNED);

        assertThat(verdict(facts)).isEqualTo(Verdict.VALID_CLAIMED_TIME);
        assertThat(only(facts).remarks())
                .anyMatch(r -> r.contains("Không có dữ liệu thu hồi") && r.contains("Nguyễn Thử Nghiệm"));
    }

    @Test
    void anArchiveTimeStampKeepsEverythingValid() throws Exception {
        byte[] longTerm = Signing.by(PERSON, EARLY)
                .stampedBy(TimeAuthority.at(TSA, "2024-11-11T02:00:05Z"))
                .withValidationData(
                        ISSUING.list(Instant.parse(ANSWERED), Map.of()), ROOT.list(Instant.parse(ANSWERED), Map.of()))
                .sign(PAPER);

        FileFacts facts = check(Signing.stamp(longTerm, TimeAuthority.at(TSA, "2024-11-13T00:00:00Z")));

        assertThat(only(facts).level()).isEqualTo("PAdES-BASELINE-LTA");
        assertThat(only(facts).trustedTime()).isEqualTo(Instant.parse("2024-11-11T02:00:05Z"));
        assertThat(only(facts).timeStamps()).hasSize(2).allMatch(t -> t.trusted());
        assertThat(verdict(facts)).isEqualTo(Verdict.VALID_TRUSTED_TIME);
    }

    @Test
    void aTimeStampOverTheDocumentProvesASignatureThatHasNone() throws Exception {
        FileFacts facts = check(Signing.stamp(SIGNED, TimeAuthority.at(TSA, "2024-11-13T00:00:00Z")));

        assertThat(only(facts).trustedTime()).isEqualTo(Instant.parse("2024-11-13T00:00:00Z"));
        assertThat(verdict(facts)).isEqualTo(Verdict.VALID_TRUSTED_TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1withECDSA", "SHA1withRSA"})
    void aDigestThatTwoDocumentsCanShareProvesNothing(String algorithm) throws Exception {
        Holder signer = algorithm.endsWith("RSA") ? OtherProgram.rsa(2048) : PERSON;

        FileFacts facts = check(OtherProgram.sign(PAPER, signer, algorithm, EARLY));

        assertThat(verdict(facts)).isEqualTo(Verdict.INVALID);
        assertThat(only(facts).broken()).anyMatch(b -> b.contains("SHA1"));
    }

    @Test
    void aKeyThatCanBeComputedProvesNothing() throws Exception {
        FileFacts weak = check(OtherProgram.sign(PAPER, OtherProgram.rsa(1024), "SHA256withRSA", EARLY));
        FileFacts strong = check(OtherProgram.sign(PAPER, OtherProgram.rsa(2048), "SHA256withRSA", EARLY));

        assertThat(verdict(weak)).isEqualTo(Verdict.INVALID);
        assertThat(only(weak).broken()).anyMatch(b -> b.contains("1024 bit"));
        assertThat(verdict(strong)).as(strong.toString()).isEqualTo(Verdict.VALID_CLAIMED_TIME);
    }

    @Test
    void aLockedDocumentTakesNoFurtherSignature() throws Exception {
        byte[] locked = Signing.by(PERSON, EARLY)
                .certifying(CertificationPermission.NO_CHANGE_PERMITTED)
                .sign(PAPER);
        FileFacts facts = check(OtherProgram.sign(locked, ORGANISATION, "SHA256withECDSA", ANSWERED));

        assertThat(verdict(check(locked))).isEqualTo(Verdict.VALID_CLAIMED_TIME);
        assertThat(verdict(facts)).isEqualTo(Verdict.INVALID);
        assertThat(facts.signatures().get(0).broken()).anyMatch(b -> b.contains("khóa tài liệu"));
    }

    @Test
    void aLockedDocumentTakesATimeStamp() throws Exception {
        byte[] locked = Signing.by(PERSON, EARLY)
                .certifying(CertificationPermission.NO_CHANGE_PERMITTED)
                .sign(PAPER);

        assertThat(verdict(check(Signing.stamp(locked, TimeAuthority.at(TSA, ANSWERED)))))
                .isEqualTo(Verdict.VALID_TRUSTED_TIME);
    }

    @Test
    void aCertifiedFormTakesASecondSignature() throws Exception {
        byte[] certified = Signing.by(PERSON, EARLY)
                .certifying(CertificationPermission.MINIMAL_CHANGES_PERMITTED)
                .sign(PAPER);
        FileFacts facts = check(OtherProgram.sign(certified, ORGANISATION, "SHA256withECDSA", ANSWERED));

        assertThat(verdict(facts)).as(facts.toString()).isEqualTo(Verdict.VALID_CLAIMED_TIME);
    }

    private FileFacts check(byte[] file) throws Exception {
        return new EvidenceCheck(Limits.USUAL, 1).check(file, TrustAnchors.read(anchors), RECEIVED);
    }

    private static SignatureFacts only(FileFacts facts) {
        assertThat(facts.signatures()).hasSize(1);
        return facts.signatures().get(0);
    }

    private static CertificateFacts leaf(FileFacts facts) {
        return only(facts).chain().get(0);
    }

    private static Verdict verdict(FileFacts facts) {
        return Judge.judge(
                        facts,
                        new Circumstances(
                                LocalDate.of(2024, 11, 10),
                                Instant.parse("2024-11-14T17:00:00Z"),
                                RECEIVED,
                                null,
                                null,
                                Circumstances.Demand.SIGNED_ORIGINAL))
                .verdict();
    }
}
