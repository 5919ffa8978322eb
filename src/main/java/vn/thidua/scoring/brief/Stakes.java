package vn.thidua.scoring.brief;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.Figure;

/** How far two figures of a line are apart; none counts as 0. */
final class Stakes {
    private Stakes() {}

    static BigDecimal points(Figure one, Figure other) {
        return apart(one.points(), other.points());
    }

    static BigDecimal bonus(Figure one, Figure other) {
        return apart(one.bonus(), other.bonus());
    }

    static String words(Line line, Figure one, Figure other) {
        BigDecimal points = points(one, other);
        BigDecimal bonus = bonus(one, other);
        if (points.signum() == 0 && bonus.signum() == 0) {
            return line.kind() == Line.Kind.CRITERION ? "một bên chưa chấm" : "khác cách ghi, không khác điểm";
        }
        return words(points, bonus);
    }

    static String words(BigDecimal points, BigDecimal bonus) {
        List<String> words = new ArrayList<>();
        if (points.signum() != 0) {
            words.add(Decimals.shown(points) + " điểm");
        }
        if (bonus.signum() != 0) {
            words.add(Decimals.shown(bonus) + " điểm thưởng");
        }
        return words.isEmpty() ? "0 điểm" : String.join(" và ", words);
    }

    private static BigDecimal apart(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return zeroed(one).subtract(zeroed(other)).abs();
    }

    private static BigDecimal zeroed(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
