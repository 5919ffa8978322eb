package vn.thidua.scoring.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.TestDatabase;
import vn.thidua.plan.RankBy;

/** Units with figures in steps so coarse that many are equal; and who stands where among them, by one SQL statement. */
final class GeneratedTotals {
    private static final BigDecimal STEP = new BigDecimal("0.25");

    private GeneratedTotals() {}

    static List<AgreedTotals> units(int units, int groups, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, units)
                .mapToObj(i -> new AgreedTotals(
                        "U%05d".formatted(i),
                        IntStream.range(0, groups)
                                .mapToObj(g -> steps(random, 4))
                                .toList(),
                        steps(random, 3),
                        steps(random, 3),
                        Set.of()))
                .toList();
    }

    private static BigDecimal steps(Random random, int most) {
        return STEP.multiply(BigDecimal.valueOf(random.nextInt(most + 1)));
    }

    /** "unit rank" of each, in no order. */
    static List<String> rankedBySql(RankBy by, List<AgreedTotals> units) {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.createDataSource("ranking"));
        jdbc.sql("CREATE TABLE agreed (unit text, grp int, points numeric)").update();
        jdbc.sql("CREATE TABLE beside (unit text, bonus numeric, penalty numeric)")
                .update();
        List<String> figures = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        for (AgreedTotals unit : units) {
            for (int g = 0; g < unit.groups().size(); g++) {
                figures.add(
                        "('%s',%d,%s)".formatted(unit.unit(), g, unit.groups().get(g)));
            }
            beside.add("('%s',%s,%s)".formatted(unit.unit(), unit.bonus(), unit.penalty()));
        }
        jdbc.sql("INSERT INTO agreed VALUES " + String.join(",", figures)).update();
        jdbc.sql("INSERT INTO beside VALUES " + String.join(",", beside)).update();
        String bonus = by == RankBy.TOTAL ? "" : " + b.bonus";
        return jdbc.sql("""
                        WITH sums AS (
                            SELECT unit, sum(points) AS points, array_agg(points ORDER BY grp) AS groups FROM agreed GROUP BY unit
                        )
                        SELECT s.unit || ' ' || rank() OVER (ORDER BY s.points - b.penalty%s DESC, s.groups DESC, b.penalty)
                        FROM sums s JOIN beside b USING (unit)""".formatted(bonus)).query(String.class).list();
    }
}
