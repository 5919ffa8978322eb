package vn.thidua.cycle.documents;

import java.util.List;
import vn.thidua.duty.Seats;
import vn.thidua.evidence.ruling.Ruling;
import vn.thidua.plan.Function;
import vn.thidua.plan.Plan;

/** Who rules: the officers of leader and deputy; for the own unit's file, and where the two disagree, the standing agency (rules.md, "Ruling"). */
public final class RulingSeats {
    private static final List<Function> OFFICERS = List.of(Function.EMULATION_OFFICER, Function.OFFICE);

    private RulingSeats() {}

    public static Seats.Seat of(Plan plan, String unit, Ruling.Seat seat) {
        return switch (seat) {
            case LEADER -> seatOf(plan, unit, plan.leader().code());
            case DEPUTY -> seatOf(plan, unit, plan.deputy().code());
            case STANDING_AGENCY -> Seats.standingAgency(plan);
        };
    }

    private static Seats.Seat seatOf(Plan plan, String unit, String holder) {
        return unit.equals(holder) ? Seats.standingAgency(plan) : new Seats.Seat(holder, OFFICERS);
    }
}
