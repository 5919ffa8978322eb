package vn.thidua.duty.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerWordsTest {
    private static final Map<String, String> NAMES = Map.of("AGG", "An Giang", "VLG", "Vĩnh Long");

    @Test
    void readsStoredAnswersInVietnamese() {
        assertThat(words("opinion", "opinion", "agree")).isEqualTo("Đồng ý");
        assertThat(words("unit-plan", "docDate", "2024-01-29")).isEqualTo("29/01/2024");
        assertThat(words("ministry", "sentAt", "2024-11-29T08:05")).isEqualTo("08:05 ngày 29/11/2024");
        assertThat(words("unit-plan", "launchedToAll", true)).isEqualTo("Có");
        assertThat(words("self-score", "total", 98.5)).isEqualTo("98,5");
        assertThat(words("line-test", "connected", List.of("AGG", "VLG", "XXX")))
                .isEqualTo("An Giang; Vĩnh Long; XXX");
        assertThat(words("unit-plan", "summary", "AGG")).isEqualTo("AGG");
    }

    private static String words(String form, String key, Object value) {
        return AnswerWords.of(FormSchema.load(form).field(key).orElseThrow(), value, NAMES);
    }
}
