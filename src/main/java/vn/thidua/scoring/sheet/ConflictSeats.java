package vn.thidua.scoring.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thidua.duty.SeatChanges;
import vn.thidua.duty.Seats;
import vn.thidua.plan.Function;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;

/**
 * Who judges a unit where officers have a conflict of interest: those left who have the seat's functions, else a colleague of the same
 * office, else the standing agency (rules.md, "Scores").
 */
@Component
public class ConflictSeats implements SeatChanges {
    /** Whom an office has for it, in this order. */
    public static final List<Function> COLLEAGUES =
            List.of(Function.EMULATION_OFFICER, Function.OFFICE_CHIEF, Function.OFFICE);

    private final Conflicts conflicts;

    ConflictSeats(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    @Override
    public List<Person> holders(Plan plan, String unit, Seats.Seat seat, List<Person> people, Instant at) {
        Set<String> conflicted = conflicts.people(plan.yearId(), unit);
        return conflicted.isEmpty() ? people : holders(plan, seat, people, conflicted, at);
    }

    /** Who would hold a seat if somebody had a conflict, too; empty where nobody would be left. */
    public List<Person> without(Plan plan, String unit, Seats.Seat seat, String person, Instant at) {
        Set<String> conflicted = conflicts.people(plan.yearId(), unit);
        conflicted.add(person);
        return holders(plan, seat, Seats.people(plan, List.of(seat), at), conflicted, at);
    }

    /** The rule itself, a pure function. */
    static List<Person> holders(Plan plan, Seats.Seat seat, List<Person> people, Set<String> conflicted, Instant at) {
        List<Person> left = without(people, conflicted);
        if (left.size() == people.size()) {
            return people;
        }
        for (int i = 0; left.isEmpty() && i < COLLEAGUES.size(); i++) {
            Seats.Seat colleagues = new Seats.Seat(seat.party(), List.of(COLLEAGUES.get(i)));
            left = without(Seats.people(plan, List.of(colleagues), at), conflicted);
        }
        return left.isEmpty() ? without(Seats.people(plan, List.of(Seats.standingAgency(plan)), at), conflicted) : left;
    }

    private static List<Person> without(List<Person> people, Set<String> conflicted) {
        return people.stream().filter(p -> !conflicted.contains(p.id())).toList();
    }
}
