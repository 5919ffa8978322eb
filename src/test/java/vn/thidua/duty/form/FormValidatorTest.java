package vn.thidua.duty.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.duty.form.FormFixture.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form with a missing, oversized or forged value gives a clear sentence; a variable nobody asked for is ignored. */
class FormValidatorTest {
    @Test
    void givesTypedAnswersInTheOrderOfTheForm() {
        FormAnswers pledge =
                check("pledge", "target1Value", "98,5", "target2Name", null).answers();
        assertThat(pledge.text("target1Name")).isEqualTo("Tỷ lệ hồ sơ giải quyết đúng hạn");
        assertThat(pledge.number("target1Value")).isEqualTo(new BigDecimal("98.5"));
        assertThat(pledge.values().keySet()).startsWith("target1Name", "target1Value", "target1Unit");
        assertThat(pledge.has("target2Name")).isFalse();
        assertThat(check("unit-plan").answers().flag("launchedToAll")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t ", "\u00A0\u200B\u3000"})
    void namesARequiredFieldThatIsEmptyOrBlank(String blank) {
        assertThat(message("unit-plan", "docNumber", blank))
                .isEqualTo("Ô «Số, ký hiệu» còn trống: cần điền trước khi hoàn thành.");
    }

    @Test
    void namesEverythingMissingAtOnce() {
        FormSchema schema = FormSchema.load("tech-contact");
        FormCheck check = FormValidator.validate(schema, Map.of(), FormFixture.context());
        assertThat(check.problems()).extracting(Problem::key).containsExactly("name", "phone", "equipment");
        assertThat(check.message().lines()).hasSize(3).allMatch(line -> line.startsWith("Ô «"));
        assertThatThrownBy(() -> check.orElseThrow(IllegalStateException::new))
                .hasMessageContaining("Ô «Thiết bị dự họp» còn trống: cần chọn trước khi hoàn thành.");
    }

    @Test
    void ignoresAndReportsWhatNobodyAskedFor() {
        FormCheck check = check("unit-plan", "admin", true, "dutyTitle", "x", "inTime", true);
        assertThat(check.ok()).isTrue();
        assertThat(check.answers().values()).doesNotContainKeys("admin", "dutyTitle", "inTime");
        assertThat(check.answers().ignored()).containsExactly("admin", "dutyTitle", "inTime");
    }

    @Test
    void refusesForgedTypes() {
        Object map = Map.of("a", Map.of("b", 1));
        assertThat(message("unit-plan", "summary", map)).startsWith("Ô «Tóm tắt nội dung» có giá trị sai kiểu");
        assertThat(message("unit-plan", "summary", 7)).contains("sai kiểu");
        assertThat(message("unit-plan", "summary", JsonNodeFactory.instance.objectNode()))
                .contains("sai kiểu");
        assertThat(message("unit-plan", "launchedToAll", "true")).contains("sai kiểu");
        assertThat(message("unit-plan", "docDate", 20240129)).contains("sai kiểu");
        assertThat(message("unit-plan", "participants", map)).contains("không phải là số");
        assertThat(message("line-test", "connected", map)).contains("sai kiểu");
        assertThat(message("line-test", "connected", "AGG")).contains("sai kiểu");
        assertThat(message("line-test", "connected", List.of(List.of("AGG")))).contains("sai kiểu");
        assertThat(message("classification", "grade", List.of("GOOD"))).contains("sai kiểu");
        assertThat(message("line-test", "connected", Collections.singletonList(null)))
                .contains("sai kiểu");
    }

    @Test
    void refusesTextThatIsTooLongOrHoldsControlCharacters() {
        assertThat(message("unit-plan", "summary", "ă".repeat(4001)))
                .isEqualTo("Ô «Tóm tắt nội dung» quá dài: nhiều nhất 4000 ký tự, đang có 4001.");
        assertThat(message("unit-plan", "summary", "x".repeat(10_000_000))).contains("quá dài");
        assertThat(message("unit-plan", "summary", "x" + " ".repeat(4000))).contains("quá dài");
        assertThat(check("unit-plan", "summary", "😀".repeat(4000)).ok()).isTrue();
        assertThat(check("unit-plan", "summary", "Một\r\nhai\tba").answers().text("summary"))
                .isEqualTo("Một\nhai\tba");
        for (String bad : List.of("a\u0000b", "a\u001Bb", "a\u0085b\u0086", "a\u202Eb", "a\uD800b", "a\u2066b")) {
            assertThat(message("unit-plan", "summary", bad)).contains("ký tự điều khiển");
        }
        assertThat(message("unit-plan", "signerName", "Nguyễn\nVăn An")).contains("một dòng");
    }

    @Test
    void keepsTextInOneForm() {
        String decomposed = "Ke\u0302\u0301 hoa\u0323ch\u00A0na\u0306m\u200B ";
        assertThat(check("unit-plan", "summary", decomposed).answers().text("summary"))
                .isEqualTo("Kế hoạch năm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12,5|12.5", "12.50|12.5", " 7 |7", "0|0", "1000000000|1000000000", "-0|0"})
    void takesDecimalsWithCommaOrPoint(String written, BigDecimal read) {
        assertThat(check("pledge", "target1Value", written).answers().number("target1Value"))
                .isEqualTo(read);
    }

    @Test
    void takesNumbersOfAnyJavaTypeExactly() {
        assertThat(check("pledge", "target1Value", 0.1).answers().number("target1Value"))
                .isEqualTo("0.1");
        assertThat(check("pledge", "target1Value", 98.0).answers().number("target1Value"))
                .isEqualTo("98");
        assertThat(check("pledge", "target1Value", 100L).answers().number("target1Value"))
                .isEqualTo("100");
        assertThat(check("unit-plan", "participants", 98.0).ok()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "một trăm|không phải là số",
                "1.234,5|không phải là số",
                "1e5|không phải là số",
                "NaN|không phải là số",
                "１２|không phải là số",
                "99999999999999999999|không phải là số",
                "1.500|quá nhiều chữ số thập phân",
                "-1|quá nhỏ; nhỏ nhất là 0",
                "1000000001|quá lớn; lớn nhất là 1000000000"
            })
    void refusesNumbersThatCannotBe(String written, String why) {
        assertThat(message("pledge", "target1Value", written))
                .startsWith("Ô «Mức đăng ký của chỉ tiêu 1»: ")
                .contains(why);
        assertThat(message("unit-plan", "participants", "12,5")).contains("12,5 phải là số nguyên");
        assertThat(message("unit-plan", "participants", Double.POSITIVE_INFINITY))
                .contains("không phải là số");
        assertThat(message("unit-plan", "participants", new BigDecimal("1e999999")))
                .contains("không phải là số");
    }

    @Test
    void takesTheMaximumOfAGroupFromTheServer() {
        FormContext context = FormFixture.context(Map.of("group1Max", 10));
        assertThat(check("self-score", context, "group1", "10,5", "total", "10,5")
                        .message())
                .isEqualTo("Ô «Nhóm 1»: 10,5 quá lớn; lớn nhất là 10.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2024-02-30", "2023-02-29", "2024-13-01", "29/01/2024", "2024-1-5", "hôm nay", "2024-01-29T08:00"
            })
    void refusesDatesThatAreNone(String date) {
        assertThat(message("unit-plan", "docDate", date)).contains("không phải là ngày có trong lịch");
    }

    @Test
    void judgesDatesByTheServersClock() {
        assertThat(check("unit-plan", "docDate", "2024-02-29").ok()).isTrue();
        assertThat(message("unit-plan", "docDate", "2024-11-26")).contains("26/11/2024 ở sau thời điểm hiện tại");
        assertThat(message("unit-plan", "docDate", "0204-01-29")).contains("năm của ngày");
        assertThat(check("ministry", "sentAt", "2024-11-25T12:30").ok()).isTrue();
        assertThat(message("ministry", "sentAt", "2024-11-25T12:31")).contains("12:31 25/11/2024 ở sau");
        assertThat(message("ministry", "sentAt", "2024-11-25T24:00")).contains("không phải là ngày");
        assertThat(message("ministry", "sentAt", "2024-11-25")).contains("không phải là ngày");
    }

    @Test
    void refusesTimesThatAreNone() {
        Object[] at = {"newKind", "BEFORE_INSTANT", "newTime", "25:00"};
        assertThat(check("deadline-propose", at).message())
                .isEqualTo("Ô «Giờ mới»: «25:00» không phải là giờ hợp lệ. Viết dạng 14:00.");
    }

    @Test
    void takesOnlyOptionsThatWereOffered() {
        assertThat(message("classification", "grade", "PERFECT"))
                .isEqualTo(
                        "Ô «Mức xếp loại»: «PERFECT» không có trong danh sách được chọn. Hãy tải lại trang và chọn lại.");
        assertThat(message("line-test", "connected", List.of("AGG", "XXX"))).contains("«XXX» không có");
        assertThat(message("next-leaders", "leader", "<b>" + "x".repeat(100))).contains("…»");
        List<String> endless = new ArrayList<>(Collections.nCopies(501, "AGG"));
        assertThat(message("line-test", "connected", endless)).contains("quá nhiều mục");
        assertThat(check("line-test", "connected", List.of("AGG", "AGG"))
                        .answers()
                        .list("connected"))
                .containsExactly("AGG");
        assertThat(FormValidator.validate(
                                FormSchema.load("year-cancel"),
                                Map.of(
                                        "year",
                                        "tay-nam-bo-2024",
                                        "reason",
                                        "Khởi động nhầm kế hoạch",
                                        "understood",
                                        true),
                                FormContext.of(Map.of(), FormFixture.NOW))
                        .ok())
                .as("no list of options, nothing to choose")
                .isFalse();
    }

    @Test
    void takesListsAsJsonToo() {
        assertThat(check("line-test", "connected", "[\"AGG\",\"VLG\"]")
                        .answers()
                        .list("connected"))
                .containsExactly("AGG", "VLG");
        assertThat(check(
                                "line-test",
                                "connected",
                                JsonNodeFactory.instance.arrayNode().add("KGG"))
                        .answers()
                        .list("connected"))
                .containsExactly("KGG");
        assertThat(message("line-test", "connected", "[\"AGG\"")).contains("sai kiểu");
    }

    @Test
    void explainsAPatternInWords() {
        assertThat(message("tech-contact", "phone", "12345"))
                .isEqualTo(
                        "Ô «Điện thoại có Zalo»: «12345» không đúng dạng; ghi 10 chữ số bắt đầu bằng 0, không có dấu cách, ví dụ 0912345678.");
        assertThat(message("unit-plan", "docNumber", "Số 12")).contains("viết số, dấu gạch chéo rồi ký hiệu");
        for (String number : List.of("687/QĐ-CTĐ", "06/2022/QH15", "7020/BNV-VP", "02/BC-BTĐKT", "12a/KH-SNV")) {
            assertThat(check("unit-plan", "docNumber", number).ok()).as(number).isTrue();
        }
    }

    @Test
    void neitherRequiresNorKeepsWhatIsHidden() {
        FormCheck declined = check("nomination", "answer", "decline", "nominee1Name", "x".repeat(9999));
        assertThat(declined.problems()).isEmpty();
        assertThat(declined.answers().values()).containsOnlyKeys("answer");
        assertThat(message("nomination", "more2", true)).contains("đề nghị 2").doesNotContain("đề nghị 3");
        assertThat(message("nomination", "answer", "maybe"))
                .as("only the question that decides is complained about")
                .startsWith("Ô «Trả lời của đơn vị»")
                .doesNotContain("\n");
    }

    @Test
    void takesFactsFromTheServerAndNeverFromTheBrowser() {
        FormCheck forged = check("agenda-item", "pledgeSigning", true, "signedPledges", List.of("AGG"));
        assertThat(forged.ok()).isTrue();
        assertThat(forged.answers().has("signedPledges")).isFalse();
        assertThat(forged.answers().ignored()).contains("pledgeSigning");
        FormContext signing = FormFixture.context(Map.of("pledgeSigning", true));
        assertThat(check("agenda-item", signing, "signedPledges", List.of()).message())
                .contains("Đơn vị đã ký giao ước");
    }

    @Test
    void asksForFewerGroupsWhereTheTableHasFewer() {
        FormContext six = FormFixture.context(Map.of("groupCount", 6));
        FormCheck check = check("self-score", six, "group7", "5");
        assertThat(check.problems()).isEmpty();
        assertThat(check.answers().has("group7")).isFalse();
    }

    private static String message(String form, String key, Object value) {
        return check(form, key, value).message();
    }
}
