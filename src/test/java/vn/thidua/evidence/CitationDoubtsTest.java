package vn.thidua.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationDoubtsTest {
    private static final String OFFICE = "Sở Nội vụ tỉnh Ví Dụ";
    private static final LocalDate DAY = LocalDate.of(2024, 11, 10);
    /** 11/11/2024 09:00 in Vietnam. */
    private static final Instant SIGNED = Instant.parse("2024-11-11T02:00:00Z");

    private static final Instant RECEIVED = Instant.parse("2024-11-24T02:00:00Z");
    private static final Citation TEXT = new Citation("12/KH-SNV", "SỞ NỘI VỤ", "Ví Dụ", DAY);

    @Test
    void aCitationThatFitsRaisesNone() {
        assertThat(doubts("12/KH-SNV", DAY, OFFICE, TEXT)).isEmpty();
        assertThat(doubts(" 012/kh-snv ", DAY, "SO NOI VU TINH VI DU", TEXT)).isEmpty();
        assertThat(doubts(null, null, " ", TEXT)).isEmpty();
        assertThat(doubts("12/KH-SNV", DAY, OFFICE, Citation.NONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12/KH-SNV", "12-KH/TU", "12/2024/NĐ-CP", "12a/BC-SNV", "5/TĐKT", "5/SNV-TĐKT.1"})
    void numbersThatCanBe(String number) {
        assertThat(doubts(number, null, null, Citation.NONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KH-SNV", "/KH-SNV", "12/", "12/2024", "số 12", "12/KH SNV!", "1234567/KH"})
    void numbersThatCannotBe(String number) {
        assertThat(doubts(number, null, null, Citation.NONE))
                .singleElement()
                .asString()
                .contains("thể thức")
                .contains(number);
    }

    @Test
    void aNumberAloneLacksItsSymbol() {
        assertThat(doubts("12", null, null, Citation.NONE))
                .singleElement()
                .asString()
                .contains("thiếu ký hiệu");
    }

    @Test
    void issuedAfterItWasReceived() {
        assertThat(doubts(null, LocalDate.of(2024, 11, 25), null, Citation.NONE))
                .anySatisfy(d -> assertThat(d).contains("25/11/2024").contains("sau lúc nhận"));
        assertThat(CitationDoubts.of(null, LocalDate.of(2024, 11, 24), null, unsigned(), RECEIVED))
                .isEmpty();
    }

    @Test
    void issuedMoreThanADayAfterItWasSigned() {
        assertThat(doubts(null, LocalDate.of(2024, 11, 12), null, Citation.NONE))
                .isEmpty();
        assertThat(doubts(null, LocalDate.of(2024, 11, 13), null, Citation.NONE))
                .singleElement()
                .asString()
                .contains("hơn một ngày")
                .contains("09:00 ngày 11/11/2024");
    }

    @Test
    void anIssuerThatNobodySignedFor() {
        assertThat(doubts(null, null, "Sở Tài chính tỉnh Ví Dụ", Citation.NONE))
                .singleElement()
                .asString()
                .contains("Sở Tài chính")
                .contains("chứng thư");
        assertThat(CitationDoubts.of(null, null, "Sở Tài chính", unsigned(), RECEIVED))
                .isEmpty();
    }

    @Test
    void whatTheTextSaysOtherwiseIsNamed() {
        assertThat(doubts("13/KH-SNV", DAY.minusDays(1), "Sở Tài chính", TEXT))
                .anyMatch(d -> d.contains("«13/KH-SNV»") && d.contains("«12/KH-SNV»"))
                .anyMatch(d -> d.contains("09/11/2024") && d.contains("10/11/2024"))
                .anyMatch(d -> d.contains("«Sở Tài chính»") && d.contains("«SỞ NỘI VỤ»"));
    }

    private static List<String> doubts(
            @Nullable String number, @Nullable LocalDate issued, @Nullable String issuer, Citation text) {
        SignatureFacts signature = new SignatureFacts(
                "Chữ ký 1",
                "Nguyễn Thử Nghiệm",
                List.of(OFFICE),
                SignatureFacts.SignerKind.PERSON,
                List.of(new CertificateFacts("CN=A", "CN=B", "1", true, Instant.MIN, Instant.MAX, null, null)),
                true,
                "",
                SIGNED,
                null,
                List.of(),
                "PAdES-BASELINE-B",
                true,
                List.of(),
                100,
                true,
                List.of(),
                List.of());
        return CitationDoubts.of(number, issued, issuer, facts(List.of(signature), text), RECEIVED);
    }

    private static FileFacts unsigned() {
        return facts(List.of(), Citation.NONE);
    }

    private static FileFacts facts(List<SignatureFacts> signatures, Citation proposed) {
        return new FileFacts(
                "",
                1,
                FileType.PDF,
                false,
                1,
                true,
                List.of(),
                signatures,
                FileFacts.Copy.NO_SIGN,
                List.of(),
                proposed,
                List.of(),
                List.of());
    }
}
