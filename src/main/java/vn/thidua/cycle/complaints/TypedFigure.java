package vn.thidua.cycle.complaints;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.thidua.duty.DutyRefused;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.FigureCheck;

/** A figure as somebody typed it into three fields, of which the line decides which are to be filled in. */
public record TypedFigure(String points, String bonus, String count) {
    public static final TypedFigure NONE = new TypedFigure("", "", "");

    /** As a form shows it to be changed. */
    static TypedFigure of(Figure figure, Line line) {
        boolean computed = line.kind() == Line.Kind.PENALTY || figure.count() != null;
        return new TypedFigure(
                computed ? "" : shown(figure.points()),
                shown(figure.bonus()),
                figure.count() == null ? "" : figure.count().toString());
    }

    /**
     * The figure, if it can stand in the line.
     *
     * @throws DutyRefused with a sentence that says what to write
     */
    Figure checked(Line line) {
        try {
            BigDecimal typed = Decimals.read(points, "points");
            Figure figure = FigureCheck.checked(line, new Figure(typed, Decimals.read(bonus, "bonus"), whole(count)));
            if (figure.none() || line.kind() == Line.Kind.CRITERION && figure.points() == null) {
                throw new DutyRefused(ComplaintWords.of("refused.noFigure", line.code(), fields(line)));
            }
            return figure;
        } catch (FigureCheck.Refused e) {
            throw new DutyRefused(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Integer whole(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return null;
        }
        if (!plain.matches("\\d{1,6}")) {
            throw new DutyRefused(ComplaintWords.of("refused.count", plain));
        }
        return Integer.valueOf(plain);
    }

    private static String fields(Line line) {
        return ComplaintWords.of("fields." + line.kind() + (line.deduct() == null ? "" : ".counted"));
    }

    private static String shown(@Nullable BigDecimal value) {
        return value == null ? "" : Decimals.shown(value);
    }
}
