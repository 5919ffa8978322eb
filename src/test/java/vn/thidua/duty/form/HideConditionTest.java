package vn.thidua.duty.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HideConditionTest {
    @Test
    void comparesWithTextAndTreatsTheUnknownAsNull() {
        HideCondition hide = HideCondition.parse("=answer != \"deliver\"");
        assertThat(hide.holds(Map.of("answer", "deliver"))).isFalse();
        assertThat(hide.holds(Map.of("answer", "decline"))).isTrue();
        assertThat(hide.holds(Map.of())).isTrue();
    }

    @Test
    void joinsWithOrOrWithAnd() {
        HideCondition or = HideCondition.parse("=answer != \"deliver\" or more2 != true");
        assertThat(or.holds(Map.of("answer", "deliver", "more2", true))).isFalse();
        assertThat(or.holds(Map.of("answer", "deliver"))).isTrue();
        HideCondition and = HideCondition.parse("=newKind != \"AT\" and newKind != \"BEFORE_INSTANT\"");
        assertThat(and.holds(Map.of("newKind", "AT"))).isFalse();
        assertThat(and.holds(Map.of("newKind", "BEFORE"))).isTrue();
    }

    @Test
    void comparesNumbersByValueAndNothingWithNull() {
        HideCondition less = HideCondition.parse("=groupCount < 7");
        assertThat(less.holds(Map.of("groupCount", 6))).isTrue();
        assertThat(less.holds(Map.of("groupCount", new BigDecimal("7.00")))).isFalse();
        assertThat(less.holds(Map.of())).isFalse();
        assertThat(HideCondition.parse("=count = null").holds(Map.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answer != \"deliver\"",
                "=not(more)",
                "=more",
                "=a = \"x\" and b = \"y\" or c = \"z\"",
                "=(a = \"x\")",
                "=a > 3",
                "=a in (1, 2)",
                "=a.b = \"x\"",
                "=a < \"x\"",
                "=count(list) = 0"
            })
    void refusesShapesThatTheServerCannotJudge(String feel) {
        assertThatThrownBy(() -> HideCondition.parse(feel)).isInstanceOf(IllegalArgumentException.class);
    }
}
