package vn.thidua.evidence.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.evidence.Citation;
import vn.thidua.evidence.sample.SamplePapers.Paper;

class CitationReaderTest {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 5);

    @Test
    void readsTheHeadOfAnOfficialPaper() {
        assertThat(read(paper("12/KH-SNV", "UBND tỉnh Vĩnh Long", "Sở Nội vụ").pdf()))
                .isEqualTo(new Citation("12/KH-SNV", "SỞ NỘI VỤ", "Vĩnh Long", DAY));
    }

    @Test
    void anIssuerOfTwoLinesBelowALongParent() {
        assertThat(read(paper("7/BC-SNV", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", "Ban Thi đua - Khen thưởng tỉnh")
                                .pdf())
                        .issuer())
                .isEqualTo("BAN THI ĐUA - KHEN THƯỞNG TỈNH");
        assertThat(read(paper("7/QĐ-UBND", null, "Ủy ban nhân dân tỉnh Vĩnh Long")
                                .pdf())
                        .issuer())
                .isEqualTo("ỦY BAN NHÂN DÂN TỈNH VĨNH LONG");
    }

    @Test
    void aNumberLeftOpenIsNotProposed() {
        Citation citation = read(paper(null, "UBND tỉnh Vĩnh Long", "Sở Nội vụ").pdf());

        assertThat(citation.number()).isNull();
        assertThat(citation.issuer()).isEqualTo("SỞ NỘI VỤ");
        assertThat(citation.issued()).isEqualTo(DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "Số: 12/KH-SNV, 12/KH-SNV",
        "Số 12-KH/TU, 12-KH/TU",
        "SỐ: 1234/QĐ-UBND, 1234/QĐ-UBND",
        "Số: 12/2024/NĐ-CP, 12/2024/NĐ-CP",
        "Số:  05 / BC - SNV, 05/BC-SNV",
        "Số: 12a/SNV-TĐKT, 12a/SNV-TĐKT",
        "Số:          /KH-SNV, ",
        "Số: ……/KH-SNV, ",
        "Số: 12, ",
        "Số lượng: 12/KH, ",
    })
    void numbersInTheirForms(String line, @Nullable String number) {
        Citation citation = read(page(at(90, 780, "SỞ NỘI VỤ"), at(90, 740, line)));

        assertThat(citation.number()).isEqualTo(number);
    }

    @Test
    void columnsOnOneLineAreToldApartWhateverTheirOrder() {
        Citation citation = read(page(
                at(300, 740, "Vĩnh Long, ngày 05 tháng 02 năm 2024"),
                at(300, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                at(90, 740, "Số: 12/KH-SNV   "),
                at(90, 760, "TỈNH VĨNH LONG"),
                at(90, 780, "ỦY BAN NHÂN DÂN")));

        assertThat(citation).isEqualTo(new Citation("12/KH-SNV", "ỦY BAN NHÂN DÂN TỈNH VĨNH LONG", "Vĩnh Long", DAY));
    }

    @Test
    void lettersSetFarApartAreWords() {
        Citation citation = read(page(
                new Text(90, 780, "SỞ NỘI VỤ", 4),
                new Text(90, 740, "Số: 12/KH-SNV", 3),
                new Text(300, 740, "Vĩnh Long, ngày 05 tháng 02 năm 2024", 2)));

        assertThat(citation).isEqualTo(new Citation("12/KH-SNV", "SỞ NỘI VỤ", "Vĩnh Long", DAY));
    }

    @Test
    void sentencesThatNameDatesAndNumbersAreNoHead() {
        Citation citation = read(page(
                at(90, 740, "Căn cứ Quyết định số 12/QĐ-UBND ngày 05 tháng 02 năm 2024 của"),
                at(90, 720, "Vĩnh Long, ngày 05 tháng 02 năm 2024 là ngày họp")));

        assertThat(citation).isEqualTo(Citation.NONE);
    }

    @Test
    void theDateMayStandAboveTheSignature() {
        Citation citation = read(page(at(90, 780, "BIÊN BẢN"), at(300, 200, "Ví Dụ, ngày 5 tháng 2 năm 2024")));

        assertThat(citation.issued()).isEqualTo(DAY);
        assertThat(citation.place()).isEqualTo("Ví Dụ");
    }

    @Test
    void anImpossibleDayIsNotProposed() {
        assertThat(read(page(at(300, 740, "Ví Dụ, ngày 31 tháng 02 năm 2024")))).isEqualTo(Citation.NONE);
    }

    @Test
    void whatASignatureStampsOnThePageCounts() {
        byte[] open = paper(null, null, "Sở Nội vụ").pdf();
        byte[] signed = Signing.by(TrustWorld.ORGANISATION, "2024-02-05T02:00:00Z")
                .showing("Số: 15/KH-SNV")
                .at(1, 90, 200, 150, 30)
                .sign(page(at(90, 780, "SỞ NỘI VỤ")));

        assertThat(read(open).number()).isNull();
        assertThat(read(signed).number()).isEqualTo("15/KH-SNV");
    }

    @Test
    void picturesProposeNothing() {
        assertThat(read(Papers.picture())).isEqualTo(Citation.NONE);
    }

    private static Paper paper(@Nullable String number, @Nullable String parent, String issuer) {
        return new Paper(
                number,
                "Vĩnh Long",
                DAY,
                parent,
                issuer,
                "Kế hoạch",
                "Phát động thi đua năm 2024",
                List.of("Căn cứ Quyết định số 99/QĐ-UBND ngày 01 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh."),
                "Giám đốc",
                "Nguyễn Văn Mẫu");
    }

    private record Text(float x, float y, String text, float spacing) {}

    private static Text at(float x, float y, String text) {
        return new Text(x, y, text, 0);
    }

    private static byte[] page(Text... texts) {
        return Papers.make(document -> {
            PDFont font = PDType0Font.load(document, Papers.fontFile(), true);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                for (Text text : texts) {
                    content.beginText();
                    content.setFont(font, 11);
                    content.setCharacterSpacing(text.spacing);
                    content.newLineAtOffset(text.x, text.y);
                    content.showText(text.text);
                    content.endText();
                }
            }
        });
    }

    private static Citation read(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return CitationReader.read(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
