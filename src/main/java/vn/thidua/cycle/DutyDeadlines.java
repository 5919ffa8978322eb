package vn.thidua.cycle;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.duty.DutyType;
import vn.thidua.plan.DutyCode;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** Which instant of the dates in force is the deadline of each kind of duty. */
@Component
public class DutyDeadlines {
    private final Milestones milestones;
    private final YearStore years;

    DutyDeadlines(Milestones milestones, YearStore years) {
        this.milestones = milestones;
        this.years = years;
    }

    /** The exclusive instant before which an answer is in time. */
    public Instant deadline(String yearId, DutyType type) {
        MilestoneDates dates = milestones.get(yearId, type.code());
        return switch (type.moment()) {
            case LIMIT -> required(dates.limit(), type);
            case AT -> required(dates.at(), type);
            case END -> required(dates.plannedEnd() != null ? dates.plannedEnd() : dates.at(), type);
            case PAPER -> paperEntry(yearId);
            case CLOSE -> required(milestones.get(yearId, DutyCode.CLOSE).at(), type);
        };
    }

    /** Until when paper that arrived in time may be entered: noon of the working day after the dossiers' deadline. */
    public Instant paperEntry(String yearId) {
        Instant limit = required(milestones.get(yearId, DutyCode.DOSSIER).limit(), DutyType.DOSSIER);
        // The day on which the deadline falls at 00:00 is itself the next working day, if it is one.
        return years.plan(yearId).calendar().noonNextWorkingDay(limit.minusMillis(1));
    }

    private static Instant required(@Nullable Instant instant, DutyType type) {
        return Objects.requireNonNull(instant, () -> "the year has no deadline for " + type);
    }
}
