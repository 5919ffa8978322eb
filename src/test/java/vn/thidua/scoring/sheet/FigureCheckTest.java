package vn.thidua.scoring.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.Deduction;
import vn.thidua.scoring.SampleTable;
import vn.thidua.scoring.criteria.Line;

/** Boundary figures (issue text): 0, the maximum, one step more, a third decimal, a comma for a decimal point. */
class FigureCheckTest {
    private static final Line LINE = SampleTable.criterion("3", "0.25", null, null);

    private static Figure points(String points) {
        return new Figure(Decimals.read(points, "points"), null, null);
    }

    private static Figure count(@Nullable Integer count) {
        return new Figure(null, null, count);
    }

    @ParameterizedTest(name = "{0} is a score")
    @CsvSource({"0, 0", "0.0, 0", "3, 3", "'3,00', 3", "'2,75', 2.75", "2.750, 2.75", "' 1,5 ', 1.5"})
    void within(String written, String stored) {
        assertThat(FigureCheck.checked(LINE, points(written)).points()).isEqualTo(new BigDecimal(stored));
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource({
        "3.25, 'Dòng 1.1: điểm 3,25 phải từ 0 đến 3.'",
        "-0.25, 'Dòng 1.1: điểm -0,25 phải từ 0 đến 3.'",
        "2.125, 'Dòng 1.1: điểm 2,125 không theo bước 0,25; viết ví dụ 2.'",
        "2.8, 'Dòng 1.1: điểm 2,8 không theo bước 0,25; viết ví dụ 2,75.'",
        "999999, 'Dòng 1.1: điểm 999999 phải từ 0 đến 3.'"
    })
    void beyond(String written, String message) {
        assertThatThrownBy(() -> FigureCheck.checked(LINE, points(written)))
                .hasMessage(message)
                .asInstanceOf(InstanceOfAssertFactories.type(FigureCheck.Refused.class))
                .extracting(FigureCheck.Refused::field)
                .isEqualTo("points");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chín", "9..5", "1e3", "9,7,5", "٣", "1 000", "--1", "0x1F", "NaN", "1234567"})
    @DisplayName("What is no number is refused with an example")
    void noNumber(String written) {
        assertThatThrownBy(() -> Decimals.read(written, "points"))
                .isInstanceOf(FigureCheck.Refused.class)
                .hasMessageContaining("viết ví dụ 9,75");
    }

    @Test
    @DisplayName("Nothing is none, and 0 is different from it")
    void none() {
        assertThat(FigureCheck.checked(LINE, Figure.NONE).none()).isTrue();
        assertThat(FigureCheck.checked(LINE, points("0")).none()).isFalse();
        assertThat(points("0").same(Figure.NONE)).isFalse();
        assertThat(points("0").same(points("0.00"))).isTrue();
    }

    @Test
    @DisplayName("A bonus needs a line that has one, and stays within it")
    void bonus() {
        Line with = SampleTable.criterion("3", "0.25", "1", null);
        Figure most = new Figure(new BigDecimal("3"), BigDecimal.ONE, null);
        assertThat(FigureCheck.checked(with, most)).isEqualTo(most);
        assertThatThrownBy(() -> FigureCheck.checked(with, new Figure(null, new BigDecimal("1.25"), null)))
                .hasMessageContaining("từ 0 đến 1");
        assertThatThrownBy(() -> FigureCheck.checked(LINE, new Figure(null, BigDecimal.ONE, null)))
                .hasMessage("Dòng 1.1 không có điểm thưởng; để trống ô này.");
        assertThat(FigureCheck.checked(SampleTable.line("T1"), new Figure(null, new BigDecimal("15"), null))
                        .bonus())
                .isEqualTo(new BigDecimal("15"));
        assertThatThrownBy(() -> FigureCheck.checked(SampleTable.line("T1"), points("15")))
                .hasMessageContaining("không có điểm");
    }

    @Test
    @DisplayName("A penalty counts how often; what is taken off is computed, up to its bound")
    void penalty() {
        assertThat(FigureCheck.checked(SampleTable.line("P1"), count(2)).points())
                .isEqualTo(BigDecimal.ONE);
        assertThat(FigureCheck.checked(SampleTable.line("P1"), count(100)).points())
                .as("3 at the most")
                .isEqualTo(new BigDecimal("3"));
        assertThat(FigureCheck.checked(SampleTable.line("P1"), count(0)).points())
                .isEqualTo(BigDecimal.ZERO);
        assertThat(FigureCheck.checked(SampleTable.line("P1"), new Figure(new BigDecimal("99"), null, 1))
                        .points())
                .as("whatever was sent as points")
                .isEqualTo(new BigDecimal("0.5"));
        assertThatThrownBy(() -> FigureCheck.checked(SampleTable.line("P1"), count(-1)))
                .hasMessageContaining("từ 0 đến 10000");
        assertThatThrownBy(() -> FigureCheck.checked(SampleTable.line("P1"), count(10_001)))
                .isInstanceOf(FigureCheck.Refused.class);
    }

    @Test
    @DisplayName("A criterion with a rule follows the count, never below 0; without a count a person judges")
    void rule() {
        Deduction each = new Deduction(new BigDecimal("0.5"), Deduction.Per.OCCURRENCE, null);
        Line line = SampleTable.criterion("2", "0.25", null, each);
        assertThat(FigureCheck.checked(line, count(1)).points()).isEqualTo(new BigDecimal("1.5"));
        assertThat(FigureCheck.checked(line, count(9)).points()).isEqualTo(BigDecimal.ZERO);
        assertThat(FigureCheck.checked(line, points("1.75")).points()).isEqualTo(new BigDecimal("1.75"));
        Deduction once = new Deduction(BigDecimal.ONE, Deduction.Per.ONCE, null);
        assertThat(FigureCheck.checked(SampleTable.criterion("2", "0.25", null, once), count(7))
                        .points())
                .isEqualTo(BigDecimal.ONE);
        assertThatThrownBy(() -> FigureCheck.checked(LINE, count(1))).hasMessageContaining("không có số lần");
    }

    @Test
    @DisplayName("10,000 bonus lines add up exactly")
    void manyBonusLines() {
        BigDecimal sum = BigDecimal.ZERO;
        Line line = SampleTable.criterion("3", "0.01", "0.07", null);
        for (int i = 0; i < 10_000; i++) {
            sum = sum.add(FigureCheck.checked(line, new Figure(null, new BigDecimal("0.07"), null))
                    .bonus());
        }
        assertThat(sum).isEqualByComparingTo("700");
    }
}
