package vn.thidua.evidence.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.evidence.Circumstances;
import vn.thidua.evidence.FileFacts;
import vn.thidua.evidence.Judge;
import vn.thidua.evidence.Judgement;

/** S0-13 to S0-16: each kind of signature ends in its verdict, through the check and the pure function. */
class SignatureCasesTest {
    @TempDir
    static Path directory;

    static TrustAnchors anchors;

    @BeforeAll
    static void anchors() throws Exception {
        anchors = TrustAnchors.read(TrustWorld.anchors(directory));
    }

    static List<SignatureCases.Case> cases() {
        return SignatureCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsInItsVerdict(SignatureCases.Case given) throws Exception {
        Instant received = instant(given.received());

        FileFacts facts = new EvidenceCheck(Limits.USUAL, 1).check(given.file(), anchors, received);
        Judgement judgement = Judge.judge(
                facts,
                new Circumstances(
                        LocalDate.parse(given.issued()),
                        instant(SignatureCases.CUTOFF),
                        received,
                        instant(SignatureCases.DEADLINE),
                        given.issuer(),
                        Circumstances.Demand.SIGNED_ORIGINAL));

        assertThat(judgement.verdict()).as("%s %s", judgement, facts).isEqualTo(given.verdict());
        assertThat(String.join("\n", judgement.reasons())).contains(given.says());
    }

    private static Instant instant(String text) {
        return text.contains("+")
                ? java.time.OffsetDateTime.parse(text).toInstant()
                : Vietnam.at(java.time.LocalDateTime.parse(text.replace(' ', 'T')));
    }
}
