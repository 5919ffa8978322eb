package vn.thidua.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;

/** What cannot be, or cannot well be, in the way a unit cites a document (S0-14): pointed out, never a reason to refuse the file. */
public final class CitationDoubts {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,6}");
    /** "12/KH-SNV", "12/2024/NĐ-CP", "12-KH/TU", "12a/BC-SNV". */
    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,6}\\p{L}?(?:[/-][\\p{L}\\d.&]+)*[/-][\\p{L}\\d.&]*\\p{L}[\\p{L}\\d.&]*");

    private static final Duration SIGNED_BEFORE = Duration.ofDays(1);

    private CitationDoubts() {}

    /**
     * @param number as the unit wrote it; null or blank where it wrote none, which is no doubt
     * @param received when the last byte of the file was stored
     * @return Vietnamese sentences
     */
    public static List<String> of(
            @Nullable String number,
            @Nullable LocalDate issued,
            @Nullable String issuer,
            FileFacts facts,
            Instant received) {
        List<String> doubts = new ArrayList<>();
        if (number != null && !number.isBlank()) {
            number(number.strip(), facts.proposed(), doubts);
        }
        if (issued != null) {
            issued(issued, facts, received, doubts);
        }
        if (issuer != null && !issuer.isBlank()) {
            issuer(issuer.strip(), facts, doubts);
        }
        return doubts;
    }

    private static void number(String number, Citation proposed, List<String> doubts) {
        String bare = number.replaceAll("\\s", "");
        if (DIGITS.matcher(bare).matches()) {
            doubts.add(EvidenceWords.of("doubt.noSymbol", number));
        } else if (!NUMBER.matcher(bare).matches()) {
            doubts.add(EvidenceWords.of("doubt.number", number));
        }
        if (proposed.number() != null && !comparable(bare).equals(comparable(proposed.number()))) {
            doubts.add(EvidenceWords.of("doubt.otherNumber", number, proposed.number()));
        }
    }

    private static String comparable(String number) {
        return number.replaceAll("\\s", "").replaceFirst("^0+", "").toUpperCase(Locale.ROOT);
    }

    private static void issued(LocalDate issued, FileFacts facts, Instant received, List<String> doubts) {
        if (issued.isAfter(Vietnam.dateOf(received))) {
            doubts.add(EvidenceWords.of("doubt.issuedAfterReceipt", Vietnam.date(issued), moment(received)));
        }
        Instant begin = Vietnam.at(issued.atStartOfDay());
        facts.signatures().stream()
                .map(s -> s.time(received))
                .max(Instant::compareTo)
                .filter(signed -> begin.isAfter(signed.plus(SIGNED_BEFORE)))
                .ifPresent(signed ->
                        doubts.add(EvidenceWords.of("doubt.issuedAfterSigning", Vietnam.date(issued), moment(signed))));
        LocalDate proposed = facts.proposed().issued();
        if (proposed != null && !proposed.equals(issued)) {
            doubts.add(EvidenceWords.of("doubt.otherDate", Vietnam.date(issued), Vietnam.date(proposed)));
        }
    }

    private static String moment(Instant instant) {
        return EvidenceWords.moment(instant);
    }

    /** The heading may name an office more shortly than its certificate, the line above it naming the rest. */
    private static void issuer(String issuer, FileFacts facts, List<String> doubts) {
        if (!facts.signatures().isEmpty()
                && facts.signatures().stream()
                        .flatMap(s -> s.organisations().stream())
                        .noneMatch(o -> Names.same(o, issuer))) {
            doubts.add(EvidenceWords.of("doubt.issuerNoSigner", issuer));
        }
        String proposed = facts.proposed().issuer();
        if (proposed != null
                && !Names.bare(issuer).contains(Names.bare(proposed))
                && !Names.bare(proposed).contains(Names.bare(issuer))) {
            doubts.add(EvidenceWords.of("doubt.otherIssuer", issuer, proposed));
        }
    }
}
