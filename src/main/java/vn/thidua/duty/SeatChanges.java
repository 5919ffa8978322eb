package vn.thidua.duty;

import java.time.Instant;
import java.util.List;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;

/**
 * Who takes a seat in which the work of one unit is judged, where somebody who would hold it may not: an officer with a conflict of
 * interest (rules.md, "Scores"). Known to scoring, asked by everything that asks who holds a seat.
 */
public interface SeatChanges {

    /**
     * @param unit whose work is judged
     * @param people who hold the seat's functions at {@code at}
     * @return who holds the seat; {@code people} itself where nothing changes
     */
    List<Person> holders(Plan plan, String unit, Seats.Seat seat, List<Person> people, Instant at);
}
