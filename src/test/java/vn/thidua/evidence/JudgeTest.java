package vn.thidua.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.evidence.Verdict.AFTER_CUTOFF;
import static vn.thidua.evidence.Verdict.COPY_NOT_ORIGINAL;
import static vn.thidua.evidence.Verdict.INVALID;
import static vn.thidua.evidence.Verdict.LATE;
import static vn.thidua.evidence.Verdict.NEEDS_RULING;
import static vn.thidua.evidence.Verdict.UNKNOWN_CA;
import static vn.thidua.evidence.Verdict.UNSIGNED;
import static vn.thidua.evidence.Verdict.VALID_CLAIMED_TIME;
import static vn.thidua.evidence.Verdict.VALID_TRUSTED_TIME;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.evidence.Circumstances.Demand;
import vn.thidua.evidence.FileFacts.Copy;
import vn.thidua.evidence.SignatureFacts.SignerKind;

/** The one pure function, S0-13 to S0-16: every combination of faults in its order, every boundary to the microsecond. */
class JudgeTest {
    private static final Instant CUTOFF = Instant.parse("2024-11-14T17:00:00Z");
    private static final Instant DEADLINE = Instant.parse("2024-11-25T06:00:00Z");
    private static final Instant RECEIVED = Instant.parse("2024-11-24T02:00:00Z");
    private static final Instant SIGNED = Instant.parse("2024-11-11T02:00:00Z");
    private static final LocalDate ISSUED = LocalDate.of(2024, 11, 10);

    /** One thing that can be wrong with a file, in the order of rules.md. */
    private enum Fault {
        LATE(Verdict.LATE),
        NOT_INTACT(Verdict.INVALID),
        DANGEROUS(Verdict.INVALID),
        UNSIGNED(Verdict.UNSIGNED),
        COPY(Verdict.COPY_NOT_ORIGINAL),
        BOTH_DATES(Verdict.AFTER_CUTOFF),
        UNKNOWN_CA(Verdict.UNKNOWN_CA),
        ISSUED_LATE(Verdict.NEEDS_RULING),
        SIGNED_LATE(Verdict.NEEDS_RULING),
        TIME_NOT_TRUSTED(Verdict.NEEDS_RULING),
        OTHER_ISSUER(Verdict.NEEDS_RULING),
        COPY_SUSPECTED(Verdict.NEEDS_RULING),
        TIME_CLAIMED(Verdict.VALID_CLAIMED_TIME);

        private final Verdict verdict;

        Fault(Verdict verdict) {
            this.verdict = verdict;
        }
    }

    /** All 2^13 combinations: the verdict is that of the first fault that there is. */
    @Test
    void firstMatchWins() {
        Fault[] all = Fault.values();
        for (int bits = 0; bits < 1 << all.length; bits++) {
            Set<Fault> faults = EnumSet.noneOf(Fault.class);
            for (Fault fault : all) {
                if ((bits & 1 << fault.ordinal()) != 0) {
                    faults.add(fault);
                }
            }
            assertThat(judge(faults).verdict()).as(faults.toString()).isEqualTo(expected(faults));
            assertThat(judge(faults).reasons()).as(faults.toString()).isNotEmpty();
        }
    }

    private static Verdict expected(Set<Fault> faults) {
        if (faults.contains(Fault.LATE)) {
            return LATE;
        }
        if (faults.contains(Fault.DANGEROUS) || faults.contains(Fault.NOT_INTACT) && !faults.contains(Fault.UNSIGNED)) {
            return INVALID;
        }
        if (faults.contains(Fault.UNSIGNED)) {
            return UNSIGNED;
        }
        if (faults.contains(Fault.COPY)) {
            return COPY_NOT_ORIGINAL;
        }
        if (faults.contains(Fault.BOTH_DATES)
                || faults.contains(Fault.ISSUED_LATE) && faults.contains(Fault.SIGNED_LATE)) {
            return AFTER_CUTOFF;
        }
        return faults.stream().map(f -> f.verdict).findFirst().orElse(VALID_TRUSTED_TIME);
    }

    private static Judgement judge(Set<Fault> faults) {
        boolean signedLate = faults.contains(Fault.BOTH_DATES) || faults.contains(Fault.SIGNED_LATE);
        boolean issuedLate = faults.contains(Fault.BOTH_DATES) || faults.contains(Fault.ISSUED_LATE);
        boolean claimed = faults.contains(Fault.TIME_CLAIMED) || faults.contains(Fault.TIME_NOT_TRUSTED);
        Instant time = signedLate ? CUTOFF : SIGNED;
        SignatureFacts signature = signature(
                time, claimed ? null : time, !faults.contains(Fault.NOT_INTACT), !faults.contains(Fault.UNKNOWN_CA));
        Copy suspected = faults.contains(Fault.COPY_SUSPECTED) ? Copy.SUSPECTED : Copy.NO_SIGN;
        FileFacts file = file(
                faults.contains(Fault.UNSIGNED) ? List.of() : List.of(signature),
                faults.contains(Fault.COPY) ? Copy.CERTAIN : suspected,
                faults.contains(Fault.DANGEROUS) ? List.of("mã lệnh") : List.of());
        return Judge.judge(
                file,
                new Circumstances(
                        issuedLate ? LocalDate.of(2024, 11, 15) : ISSUED,
                        CUTOFF,
                        faults.contains(Fault.LATE) ? DEADLINE : RECEIVED,
                        DEADLINE,
                        faults.contains(Fault.OTHER_ISSUER) ? "Sở Khác" : "Sở Ví Dụ",
                        new Demand(true, faults.contains(Fault.TIME_NOT_TRUSTED))));
    }

    @ParameterizedTest(name = "S0-13, S0-16: received at {0} is {1}")
    @CsvSource({
        "2024-11-25T05:59:59.999999Z, VALID_TRUSTED_TIME",
        "2024-11-25T06:00:00Z, LATE",
        "2024-11-25T06:00:00.000001Z, LATE"
    })
    void deadline(Instant received, Verdict verdict) {
        assertThat(Judge.judge(file(signature(SIGNED, SIGNED)), given(ISSUED, received))
                        .verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "S0-15: issued {0}, signed {1}, trusted {2}: {3}")
    @CsvSource({
        "2024-11-14, 2024-11-14T16:59:59.999999Z, true, VALID_TRUSTED_TIME",
        "2024-11-14, 2024-11-14T16:59:59.999999Z, false, VALID_CLAIMED_TIME",
        "2024-11-14, 2024-11-14T17:00:00Z, true, NEEDS_RULING",
        "2024-11-14, 2024-11-14T17:00:00Z, false, NEEDS_RULING",
        "2024-11-14, 2024-11-14T17:00:00.000001Z, true, NEEDS_RULING",
        "2024-11-15, 2024-11-14T16:59:59.999999Z, true, NEEDS_RULING",
        "2024-11-15, 2024-11-14T16:59:59.999999Z, false, NEEDS_RULING",
        "2024-11-15, 2024-11-14T17:00:00Z, true, AFTER_CUTOFF",
        "2024-11-15, 2024-11-14T17:00:00Z, false, AFTER_CUTOFF"
    })
    void cutoff(LocalDate issued, Instant signed, boolean trusted, Verdict verdict) {
        SignatureFacts signature = signature(signed, trusted ? signed : null);

        assertThat(Judge.judge(file(signature), given(issued, RECEIVED)).verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "S0-14: certificate from {0} to {1}, revoked {2}, claimed {3}, stamped {4}: {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                // Claimed time: judged then and at receipt, 24/11/2024 02:00 UTC.
                "2024-11-11T02:00:00Z, 2024-11-24T02:00:00Z, -, 2024-11-11T02:00:00Z, -, VALID_CLAIMED_TIME",
                "2024-11-11T02:00:00.000001Z, 2025-01-01T00:00:00Z, -, 2024-11-11T02:00:00Z, -, INVALID",
                "2024-01-01T00:00:00Z, 2024-11-24T01:59:59.999999Z, -, 2024-11-11T02:00:00Z, -, INVALID",
                "2024-01-01T00:00:00Z, 2025-01-01T00:00:00Z, 2024-11-24T02:00:00.000001Z, 2024-11-11T02:00:00Z, -, VALID_CLAIMED_TIME",
                "2024-01-01T00:00:00Z, 2025-01-01T00:00:00Z, 2024-11-24T02:00:00Z, 2024-11-11T02:00:00Z, -, INVALID",
                // Stamped: judged then, whatever happened before receipt.
                "2024-11-11T02:00:00Z, 2024-11-11T02:00:00Z, -, 2020-01-01T00:00:00Z, 2024-11-11T02:00:00Z, VALID_TRUSTED_TIME",
                "2024-01-01T00:00:00Z, 2024-11-11T02:00:00Z, -, 2024-11-11T00:00:00Z, 2024-11-11T02:00:00.000001Z, INVALID",
                "2024-01-01T00:00:00Z, 2025-01-01T00:00:00Z, 2024-11-11T02:00:00.000001Z, -, 2024-11-11T02:00:00Z, VALID_TRUSTED_TIME",
                "2024-01-01T00:00:00Z, 2025-01-01T00:00:00Z, 2024-11-11T02:00:00Z, -, 2024-11-11T02:00:00Z, INVALID",
            })
    void certificate(
            Instant from,
            Instant to,
            @Nullable Instant revoked,
            @Nullable Instant claimed,
            @Nullable Instant stamped,
            Verdict verdict) {
        SignatureFacts signature = signature(claimed, stamped, true, true, certificate(from, to, revoked));

        assertThat(Judge.judge(file(signature), given(ISSUED, RECEIVED)).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void everySignatureCounts() {
        SignatureFacts good = signature(SIGNED, SIGNED);

        assertThat(verdict(good, signature(SIGNED, SIGNED, true, false))).isEqualTo(UNKNOWN_CA);
        assertThat(verdict(good, signature(SIGNED, SIGNED, false, true))).isEqualTo(INVALID);
        assertThat(verdict(good, signature(SIGNED, null))).isEqualTo(VALID_CLAIMED_TIME);
        assertThat(verdict(good, signature(CUTOFF, CUTOFF))).isEqualTo(NEEDS_RULING);
        assertThat(verdict(good, good)).isEqualTo(VALID_TRUSTED_TIME);
    }

    @Test
    void whatIsNotGivenIsNotExaminedAndSaidSo() {
        Judgement judgement = Judge.judge(
                file(signature(SIGNED, SIGNED)),
                new Circumstances(null, null, RECEIVED, null, null, new Demand(false, false)));

        assertThat(judgement.verdict()).isEqualTo(VALID_TRUSTED_TIME);
        assertThat(judgement.notExamined())
                .anyMatch(n -> n.contains("hạn nhận"))
                .anyMatch(n -> n.contains("mốc thời gian"))
                .anyMatch(n -> n.contains("cơ quan ban hành"))
                .anyMatch(n -> n.contains("người thẩm định"));
    }

    @Test
    void anUnfinishedExaminationIsForPeople() {
        FileFacts file = new FileFacts(
                "",
                1,
                FileType.PDF,
                false,
                null,
                false,
                List.of(),
                List.of(),
                Copy.NO_SIGN,
                List.of(),
                Citation.NONE,
                List.of(),
                List.of());

        assertThat(Judge.judge(file, given(ISSUED, RECEIVED)).verdict()).isEqualTo(NEEDS_RULING);
        assertThat(Judge.judge(file, given(ISSUED, DEADLINE)).verdict()).isEqualTo(LATE);
    }

    @Test
    void onlyThreeVerdictsMayBeRuledOn() {
        assertThat(EnumSet.allOf(Verdict.class).stream()
                        .filter(Verdict::mayBeRuledOn)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(LATE, UNKNOWN_CA, NEEDS_RULING);
        assertThat(List.of(UNSIGNED, COPY_NOT_ORIGINAL, AFTER_CUTOFF)).noneMatch(Verdict::isValid);
    }

    private static Verdict verdict(SignatureFacts... signatures) {
        return Judge.judge(file(signatures), given(ISSUED, RECEIVED)).verdict();
    }

    private static Circumstances given(LocalDate issued, Instant received) {
        return new Circumstances(issued, CUTOFF, received, DEADLINE, null, Demand.SIGNED_ORIGINAL);
    }

    private static FileFacts file(SignatureFacts... signatures) {
        return file(new ArrayList<>(List.of(signatures)), Copy.NO_SIGN, List.of());
    }

    private static FileFacts file(List<SignatureFacts> signatures, Copy copy, List<String> dangers) {
        return new FileFacts(
                "",
                1,
                FileType.PDF,
                false,
                1,
                true,
                dangers,
                signatures,
                copy,
                List.of("dấu hiệu"),
                Citation.NONE,
                List.of(),
                List.of());
    }

    private static CertificateFacts certificate(Instant from, Instant to, @Nullable Instant revoked) {
        return new CertificateFacts("CN=A", "CN=B", "1", false, from, to, revoked, null);
    }

    private static SignatureFacts signature(@Nullable Instant claimed, @Nullable Instant stamped) {
        return signature(claimed, stamped, true, true);
    }

    private static SignatureFacts signature(
            @Nullable Instant claimed, @Nullable Instant stamped, boolean intact, boolean trusted) {
        return signature(
                claimed,
                stamped,
                intact,
                trusted,
                certificate(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"), null));
    }

    private static SignatureFacts signature(
            @Nullable Instant claimed,
            @Nullable Instant stamped,
            boolean intact,
            boolean trusted,
            CertificateFacts leaf) {
        return new SignatureFacts(
                "Chữ ký 1",
                "Nguyễn Thử Nghiệm",
                List.of("Sở Ví Dụ"),
                SignerKind.PERSON,
                List.of(leaf),
                trusted,
                "",
                claimed,
                stamped,
                List.of(),
                "PAdES-BASELINE-B",
                intact,
                intact ? List.of() : List.of("bị đổi"),
                100,
                true,
                List.of(),
                List.of());
    }
}
