package vn.thidua.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.thidua.calendar.Vietnam;
import vn.thidua.evidence.SignatureFacts.SignerKind;

/**
 * The verdict on a file: a function of its facts and of what it is measured against, and of nothing else. Carries out rules.md,
 * "Evidence" (S0-13 to S0-16): decided in the order of {@link Verdict}, first match wins. All signatures of a file count: one
 * that is not intact, not trusted or too late decides.
 */
public final class Judge {
    private Judge() {}

    public static Judgement judge(FileFacts file, Circumstances given) {
        List<String> reasons = new ArrayList<>();
        Verdict verdict = decide(file, given, reasons);
        return new Judgement(verdict, reasons, notExamined(file, given));
    }

    private static Verdict decide(FileFacts file, Circumstances given, List<String> reasons) {
        if (given.deadline() != null && !given.received().isBefore(given.deadline())) {
            reasons.add(EvidenceWords.of(
                    "late", EvidenceWords.moment(given.received()), EvidenceWords.moment(given.deadline())));
            return Verdict.LATE;
        }
        if (!Validity.objections(file, given.received()).isEmpty()) {
            reasons.addAll(Validity.objections(file, given.received()));
            return Verdict.INVALID;
        }
        if (!file.examined()) {
            reasons.add(EvidenceWords.of("unfinished"));
            return Verdict.NEEDS_RULING;
        }
        if (file.signatures().isEmpty()) {
            reasons.add(EvidenceWords.of(file.type() == FileType.PDF ? "unsigned" : "accompanies"));
            return Verdict.UNSIGNED;
        }
        if (file.copy() == FileFacts.Copy.CERTAIN) {
            reasons.addAll(file.copySigns());
            return Verdict.COPY_NOT_ORIGINAL;
        }
        List<String> failingDates = failingDates(file, given);
        if (failingDates.size() == 2) {
            reasons.addAll(failingDates);
            return Verdict.AFTER_CUTOFF;
        }
        file.signatures().stream()
                .filter(s -> !s.trusted())
                .forEach(s -> reasons.add(EvidenceWords.of("untrusted", s.signer(), s.trust())));
        if (!reasons.isEmpty()) {
            return Verdict.UNKNOWN_CA;
        }
        reasons.addAll(failingDates);
        reasons.addAll(doubts(file, given));
        return reasons.isEmpty() ? accepted(file, given, reasons) : Verdict.NEEDS_RULING;
    }

    /** At most two sentences: on the issue date, on the latest signature. */
    private static List<String> failingDates(FileFacts file, Circumstances given) {
        List<String> failing = new ArrayList<>();
        if (given.cutoff() == null) {
            return failing;
        }
        if (given.issued() != null && !Vietnam.at(given.issued().atStartOfDay()).isBefore(given.cutoff())) {
            failing.add(
                    EvidenceWords.of("issuedLate", Vietnam.date(given.issued()), EvidenceWords.moment(given.cutoff())));
        }
        SignatureFacts last = lastSigned(file, given.received());
        Instant signed = last.time(given.received());
        if (!signed.isBefore(given.cutoff())) {
            failing.add(EvidenceWords.of(
                    last.trustedTime() != null ? "stampedLate" : "claimedLate",
                    last.signer(),
                    EvidenceWords.moment(signed),
                    EvidenceWords.moment(given.cutoff())));
        }
        return failing;
    }

    private static SignatureFacts lastSigned(FileFacts file, Instant received) {
        return file.signatures().stream()
                .max((a, b) -> a.time(received).compareTo(b.time(received)))
                .orElseThrow();
    }

    private static List<String> doubts(FileFacts file, Circumstances given) {
        List<String> doubts = new ArrayList<>();
        if (given.demand().trustedTime()) {
            file.signatures().stream()
                    .filter(s -> s.trustedTime() == null)
                    .forEach(s -> doubts.add(EvidenceWords.of("trustedTimeDemanded", s.signer())));
        }
        String issuer = given.issuer();
        if (issuer != null
                && file.signatures().stream()
                        .flatMap(s -> s.organisations().stream())
                        .noneMatch(o -> Names.same(o, issuer))) {
            doubts.add(EvidenceWords.of("otherIssuer", issuer, organisations(file)));
        }
        if (file.copy() == FileFacts.Copy.SUSPECTED) {
            doubts.addAll(file.copySigns());
        }
        return doubts;
    }

    private static String organisations(FileFacts file) {
        Set<String> named = new LinkedHashSet<>();
        file.signatures().forEach(s -> named.addAll(s.organisations()));
        return named.isEmpty() ? EvidenceWords.of("none") : String.join("; ", named);
    }

    private static Verdict accepted(FileFacts file, Circumstances given, List<String> reasons) {
        boolean claimed = false;
        for (SignatureFacts signature : file.signatures()) {
            claimed |= signature.trustedTime() == null;
            reasons.add(EvidenceWords.of(
                    signature.trustedTime() != null ? "validTrusted" : "validClaimed",
                    signature.signer(),
                    EvidenceWords.moment(signature.time(given.received()))));
        }
        if (file.signatures().stream().noneMatch(s -> s.kind() == SignerKind.ORGANISATION)) {
            reasons.add(EvidenceWords.of("noOrganisation"));
        }
        return claimed ? Verdict.VALID_CLAIMED_TIME : Verdict.VALID_TRUSTED_TIME;
    }

    private static List<String> notExamined(FileFacts file, Circumstances given) {
        List<String> missing = new ArrayList<>(file.notExamined());
        if (given.deadline() == null) {
            missing.add(EvidenceWords.of("noDeadline"));
        }
        if (given.cutoff() == null) {
            missing.add(EvidenceWords.of("noCutoff"));
        } else if (given.issued() == null) {
            missing.add(EvidenceWords.of("noIssueDate"));
        }
        if (given.issued() == null && file.proposed().issued() != null) {
            missing.add(EvidenceWords.of(
                    "proposedIssued", Vietnam.date(file.proposed().issued())));
        }
        if (Objects.requireNonNullElse(given.issuer(), "").isBlank()) {
            missing.add(EvidenceWords.of("noIssuer"));
        }
        if (!given.demand().signedOriginal()) {
            missing.add(EvidenceWords.of("notDemanded"));
        }
        return missing;
    }
}
