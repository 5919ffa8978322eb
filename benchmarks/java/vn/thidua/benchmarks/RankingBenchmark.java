package vn.thidua.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.thidua.TestDatabase;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.Criterion;
import vn.thidua.plan.Group;
import vn.thidua.plan.RankBy;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.ranking.AgreedTotals;
import vn.thidua.scoring.ranking.Ranking;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.Totals;

/** Ranking a country: 3,400 units of 60 lines in 8 groups. */
class RankingBenchmark {
    private static final int UNITS = 3_400;
    private static final int LINES = 60;
    private static final int GROUPS = 8;
    private static final int ROUNDS = 15;

    private final Criteria table = table();
    private final List<Line> lines = CriteriaTable.lines(table);
    private final int[][] quarters = quarters();

    @Test
    void rank() throws Exception {
        List<Map<String, Figure>> figures = figures();
        JdbcTemplate jdbc = rows();
        long[] ours = new long[ROUNDS];
        long[] sql = new long[ROUNDS];
        long[] limit = new long[ROUNDS];
        int check = 0;
        for (int round = -3; round < ROUNDS; round++) {
            long start = System.nanoTime();
            List<AgreedTotals> totals = new ArrayList<>(UNITS);
            for (int unit = 0; unit < UNITS; unit++) {
                totals.add(Totals.of(table, lines, figures.get(unit)).ranked("U" + unit, Set.of()));
            }
            List<Ranking.Ranked> ranked = Ranking.rank(RankBy.TOTAL, table.bands(), totals);
            long afterOurs = System.nanoTime();
            List<Integer> bySql = jdbc.queryForList("""
                            WITH sums AS (SELECT unit, grp, sum(points) AS points FROM figure GROUP BY unit, grp),
                            totals AS (SELECT unit, sum(points) AS total, array_agg(points ORDER BY grp) AS groups FROM sums GROUP BY unit)
                            SELECT rank() OVER (ORDER BY total DESC, groups DESC)::int FROM totals""", Integer.class);
            long afterSql = System.nanoTime();
            int[] sums = new int[UNITS];
            for (int unit = 0; unit < UNITS; unit++) {
                for (int points : quarters[unit]) {
                    sums[unit] += points;
                }
            }
            Arrays.sort(sums);
            long end = System.nanoTime();
            check += ranked.size() + bySql.size() + sums[0];
            if (round >= 0) {
                ours[round] = afterOurs - start;
                sql[round] = afterSql - afterOurs;
                limit[round] = end - afterSql;
            }
        }
        new Report("ranking")
                .row("ours: " + UNITS + " units of " + LINES + " lines, totals, ranks, bands", ours)
                .row("stock: one SQL statement over the same rows", sql)
                .row("limit: bare whole numbers added up and sorted", limit)
                .done();
        if (check == 0) {
            throw new IllegalStateException("nothing was ranked");
        }
    }

    private static int[][] quarters() {
        Random random = new Random(2024);
        return IntStream.range(0, UNITS)
                .mapToObj(unit -> IntStream.range(0, LINES).map(line -> random.nextInt(9)).toArray())
                .toArray(int[][]::new);
    }

    private List<Map<String, Figure>> figures() {
        BigDecimal step = new BigDecimal("0.25");
        List<Map<String, Figure>> figures = new ArrayList<>();
        for (int[] unit : quarters) {
            Map<String, Figure> sheet = new HashMap<>();
            for (int line = 0; line < LINES; line++) {
                sheet.put("L" + line, new Figure(step.multiply(BigDecimal.valueOf(unit[line])), null, null));
            }
            figures.add(sheet);
        }
        return figures;
    }

    private JdbcTemplate rows() {
        JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.createDataSource("ranking"));
        jdbc.execute("CREATE TABLE figure (unit int, grp int, points numeric)");
        List<Object[]> rows = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            for (int line = 0; line < LINES; line++) {
                rows.add(new Object[] {unit, line % GROUPS, BigDecimal.valueOf(quarters[unit][line]).movePointLeft(0)
                        .multiply(new BigDecimal("0.25"))});
            }
        }
        jdbc.batchUpdate("INSERT INTO figure VALUES (?, ?, ?)", rows);
        jdbc.execute("ANALYZE figure");
        return jdbc;
    }

    private static Criteria table() {
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < GROUPS; g++) {
            int group = g;
            groups.add(new Group(
                    "G" + g,
                    "Nhóm",
                    new BigDecimal("16"),
                    IntStream.range(0, LINES)
                            .filter(line -> line % GROUPS == group)
                            .mapToObj(line -> new Criterion(
                                    "L" + line,
                                    "Tiêu chí",
                                    new BigDecimal("2"),
                                    Criterion.DEFAULT_STEP,
                                    null,
                                    null,
                                    null,
                                    false,
                                    null,
                                    null))
                            .toList()));
        }
        return new Criteria(
                "",
                groups,
                List.of(),
                List.of(),
                List.of(new Criteria.Band("Tốt", new BigDecimal("85"))),
                RankBy.TOTAL);
    }
}
