package vn.thidua.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thidua.plan.Criteria.Band;
import vn.thidua.plan.RankBy;
import vn.thidua.scoring.ranking.Ranking.Ranked;

/** rules.md, "Scores": agreed total, then groups in table order, then fewer penalties, then equal rank. */
class RankingTest {
    private static final List<Band> BANDS = List.of(
            new Band("Tốt", new BigDecimal("85")),
            new Band("Xuất sắc", new BigDecimal("95")),
            new Band("Khá", new BigDecimal("70")));

    /** "AGG 10 20 / 5 - 0.5": groups, bonus, penalty. */
    private static AgreedTotals unit(String text) {
        String[] words = text.split(" ");
        int slash = Arrays.asList(words).indexOf("/");
        return new AgreedTotals(
                words[0],
                Arrays.stream(words, 1, slash).map(BigDecimal::new).toList(),
                new BigDecimal(words[slash + 1]),
                new BigDecimal(words[slash + 3]),
                Set.of());
    }

    private static String ranks(RankBy by, String units) {
        List<AgreedTotals> given = new ArrayList<>(
                Arrays.stream(units.split("; ")).map(RankingTest::unit).toList());
        Collections.shuffle(given, new Random(7));
        return String.join(
                " ",
                Ranking.rank(by, BANDS, given).stream()
                        .map(r -> r.rank() + r.totals().unit())
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "by total                            | A 40 40 / 0 - 0; B 41 40 / 0 - 0                  | 1B 2A",
                "bonus ranks nobody                  | A 40 40 / 15 - 0; B 41 40 / 0 - 0                 | 1B 2A",
                "penalties lower the total           | A 41 40 / 0 - 2; B 40 40 / 0 - 0                  | 1B 2A",
                "the first group decides             | A 39 41 / 0 - 0; B 40 40 / 0 - 0                  | 1B 2A",
                "else the second                     | A 40 20 21 / 0 - 0; B 40 21 20 / 0 - 0            | 1B 2A",
                "groups come before penalties        | A 40 40 / 0 - 0; B 40 41 / 0 - 1                  | 1B 2A",
                "a scale makes no difference         | A 40.0 40.00 / 0 - 0; B 40 40 / 0 - 0             | 1A 1B",
                "a rank shared is a rank left out    | A 9 / 0 - 0; B 9 / 0 - 0; C 9 / 0 - 0; D 8 / 0 - 0 | 1A 1B 1C 4D",
                "nothing agreed is a zero            | A 0 / 0 - 0; B 0.25 / 0 - 0                       | 1B 2A",
                "below zero                          | A 0 / 0 - 1; B 0 / 0 - 0.5                        | 1B 2A"
            })
    void cases(String why, String units, String expected) {
        assertThat(ranks(RankBy.TOTAL, units)).as(why).isEqualTo(expected);
    }

    @Test
    @DisplayName("Given a table that ranks with bonus, then bonus ranks")
    void withBonus() {
        assertThat(ranks(RankBy.TOTAL_WITH_BONUS, "A 40 40 / 15 - 0; B 41 40 / 0 - 0"))
                .isEqualTo("1A 2B");
        assertThat(ranks(RankBy.TOTAL_WITH_BONUS, "A 40 40 / 2 - 2; B 40 40 / 0 - 0; C 40 40 / 0 - 0.00"))
                .as("fewer penalties, at equal points and groups")
                .isEqualTo("1B 1C 3A");
    }

    @ParameterizedTest
    @CsvSource({"95, Xuất sắc", "94.75, Tốt", "85, Tốt", "84.999, Khá", "70, Khá", "69.75,", "120, Xuất sắc"})
    void bands(String points, String band) {
        assertThat(Ranking.rank(RankBy.TOTAL, BANDS, List.of(unit("A " + points + " / 0 - 0"))))
                .extracting(Ranked::band)
                .containsExactly(band);
    }

    @Test
    @DisplayName("Given a unit that is knocked out, then it keeps its points and its rank")
    void knockOut() {
        AgreedTotals first = new AgreedTotals(
                "A", List.of(BigDecimal.TEN), BigDecimal.ZERO, BigDecimal.ZERO, Set.of(KnockOut.NO_PLEDGE));
        assertThat(Ranking.rank(RankBy.TOTAL, BANDS, List.of(unit("B 9 / 0 - 0"), first)))
                .first()
                .satisfies(ranked -> {
                    assertThat(ranked.rank()).isEqualTo(1);
                    assertThat(ranked.totals().knockOuts()).containsExactly(KnockOut.NO_PLEDGE);
                });
    }

    @Test
    @DisplayName("Given nonsense, then it is refused")
    void nonsense() {
        assertThatThrownBy(() -> Ranking.rank(RankBy.TOTAL, BANDS, List.of(unit("A 1 / 0 - 0"), unit("A 2 / 0 - 0"))))
                .hasMessageContaining("A comes twice");
        assertThatThrownBy(() -> Ranking.rank(RankBy.TOTAL, BANDS, List.of(unit("A 1 / 0 - 0"), unit("B 1 2 / 0 - 0"))))
                .hasMessageContaining("other groups");
        assertThatThrownBy(() -> unit("A 1 / 0 - -1")).hasMessageContaining("positive");
        assertThat(Ranking.rank(RankBy.TOTAL, BANDS, List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Given many generated units, when a statement ranks the same rows, then it says the same")
    void asTheDatabaseSays(RankBy by) {
        List<AgreedTotals> units = GeneratedTotals.units(3400, 8, 20240101L);
        assertThat(Ranking.rank(by, BANDS, units).stream()
                        .map(r -> r.totals().unit() + " " + r.rank())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(GeneratedTotals.rankedBySql(by, units));
    }
}
