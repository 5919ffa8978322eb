package vn.thidua.scoring.sheet;

import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Plan;

/** Whose figures: the unit's own, the leader's, the deputy's, and what was agreed on. */
public enum Column {
    SELF,
    LEADER,
    DEPUTY,
    AGREED;

    /** The appraising unit of a column of appraisal; null of the others. */
    public @Nullable String appraiser(Plan plan) {
        return switch (this) {
            case LEADER -> plan.leader().code();
            case DEPUTY -> plan.deputy().code();
            default -> null;
        };
    }

    /** The column of a unit that appraises. */
    public static Column of(Plan plan, String appraiser) {
        return appraiser.equals(plan.leader().code()) ? LEADER : DEPUTY;
    }

    public String title() {
        return switch (this) {
            case SELF -> "Tự chấm";
            case LEADER -> "Cụm trưởng thẩm định";
            case DEPUTY -> "Cụm phó thẩm định";
            case AGREED -> "Thống nhất";
        };
    }
}
