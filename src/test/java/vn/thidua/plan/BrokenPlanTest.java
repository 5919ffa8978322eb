package vn.thidua.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans with many mistakes: every one is named at its line, and nothing else is. The mistakes are marked in the files. */
class BrokenPlanTest {

    @ParameterizedTest
    @ValueSource(strings = {"broken", "malformed"})
    void every_mistake_is_named_at_its_line(String name) throws IOException {
        Path file = file(name);
        List<String> expected = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            int mark = lines.get(i).indexOf("# LỖI ");
            if (mark >= 0) {
                for (String code : lines.get(i).substring(mark + 6).split(" ")) {
                    expected.add((i + 1) + " " + code);
                }
            }
        }
        assertThat(PlanReader.read(file).findings())
                .extracting(f -> f.line() + " " + f.code())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected).hasSizeGreaterThan(15);
    }

    @Test
    void each_message_says_what_is_wrong_and_what_to_write() throws IOException {
        for (String name : List.of("broken", "malformed")) {
            assertThat(PlanReader.read(file(name)).findings())
                    .extracting(Finding::message)
                    .doesNotHaveDuplicates()
                    .allMatch(
                            m -> m.matches(
                                    "(?s).*\\b(viết|thêm|bỏ|giữ|sửa|dời|kiểm tra|thay|giảm|đối chiếu|chỉ ghi|chỉ được dùng|hãy|mỗi người một dòng).*"));
        }
    }

    @Test
    void a_plan_with_errors_of_form_is_not_there_one_with_errors_of_content_must_not_be_used() {
        assertThat(PlanReader.read(file("malformed")).plan()).isNull();
        assertThat(PlanReader.read(file("broken")).plan()).isNotNull();
        assertThat(PlanReader.read(file("broken")).hasErrors()).isTrue();
    }

    @Test
    void the_text_for_a_terminal_names_file_line_and_number_of_errors() {
        List<Finding> findings = PlanReader.read(file("broken")).findings();
        String text = FindingsText.render(findings, "broken.yaml");
        assertThat(text.lines()).hasSize(findings.size() + 1);
        assertThat(text)
                .contains("broken.yaml, dòng ")
                .contains("Lỗi: VLG cũng là Cụm trưởng, ngoài AGG; chỉ giữ role: LEADER ở một đơn vị [units[")
                .contains(" lỗi, ")
                .endsWith("Kế hoạch có lỗi không thể khởi động.\n");
        assertThat(FindingsText.render(List.of(), "a.yaml"))
                .isEqualTo("a.yaml: kế hoạch không có lỗi, không có cảnh báo.\n");
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/plans/" + name + ".yaml");
    }
}
