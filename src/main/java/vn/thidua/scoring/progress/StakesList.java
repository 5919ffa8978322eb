package vn.thidua.scoring.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.result.Standings;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.Sheets;

/** The contested lines on which nothing is agreed yet, with what is at stake: points, and the rank of the unit by either judgement. */
@Component
class StakesList {
    private final Standings standings;

    StakesList(Standings standings) {
        this.standings = standings;
    }

    /**
     * @param readable sheets of which the person sees every figure that was handed in
     * @param all those that are ranked
     */
    List<Progress.Stake> of(Plan plan, List<Sheet> readable, Collection<Sheet> all, boolean ranks) {
        record Found(Progress.Stake stake, int places, BigDecimal points) {}
        Standings.WhatIf whatIf = standings.whatIf(plan.yearId(), all);
        List<Found> found = new ArrayList<>();
        for (Sheet sheet : readable) {
            for (Line line : sheet.contested()) {
                if (sheet.figure(line.code(), Column.AGREED).none()) {
                    Figure one = sheet.counted(line.code(), sheet.opposed().get(0));
                    Figure other = sheet.counted(line.code(), sheet.opposed().get(1));
                    BigDecimal points = value(one).subtract(value(other)).abs();
                    int first = ranks ? whatIf.rank(sheet, line, one) : 0;
                    int second = ranks ? whatIf.rank(sheet, line, other) : 0;
                    found.add(new Found(
                            new Progress.Stake(
                                    sheet.unit(),
                                    DutyTexts.partyName(plan, sheet.unit()),
                                    line.code(),
                                    line.name(),
                                    figures(sheet, line),
                                    Decimals.shown(points),
                                    ranks ? words(first, second) : "",
                                    UnitProgress.explained(sheet, line)),
                            Math.abs(first - second),
                            points));
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::places)
                        .thenComparing(Found::points)
                        .reversed())
                .map(Found::stake)
                .toList();
    }

    /** Points and bonus together, as they count for the total with bonus. */
    private static BigDecimal value(Figure figure) {
        return Stream.of(figure.points(), figure.bonus())
                .map(part -> part == null ? BigDecimal.ZERO : part)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> figures(Sheet sheet, Line line) {
        return Stream.of(Column.SELF, Column.LEADER, Column.DEPUTY)
                .map(column -> sheet.counted(line.code(), column))
                .map(Sheets::words)
                .toList();
    }

    private static String words(int one, int other) {
        return one == other
                ? "hạng " + one + ", không đổi"
                : "hạng " + Math.min(one, other) + " hoặc " + Math.max(one, other);
    }
}
