package vn.thidua.cycle.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.thidua.duty.Seats;
import vn.thidua.plan.Function;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;

/** Who has to do with a unit's requests: its officers ask and follow, its head decides on obstacles; nobody else (S1-08). */
public final class RequestSeats {
    private static final List<Function> OFFICERS = List.of(Function.EMULATION_OFFICER, Function.OFFICE);

    private RequestSeats() {}

    /** Whose task it is. */
    public enum Role {
        OFFICER,
        HEAD
    }

    public static Seats.Seat of(String unit, Role role) {
        return new Seats.Seat(unit, role == Role.OFFICER ? OFFICERS : List.of(Function.UNIT_HEAD));
    }

    /** Whether people of this function ask for figures. */
    public static boolean asks(Function function) {
        return OFFICERS.contains(function);
    }

    /** The unit for which a person may ask on the day of {@code now}; empty for everybody else. */
    public static Optional<String> unitOf(Plan plan, String person, Instant now) {
        return plan.person(person)
                .map(Person::party)
                .filter(party -> plan.unit(party).isPresent())
                .filter(unit -> holds(plan, unit, Role.OFFICER, person, now));
    }

    static boolean holds(Plan plan, String unit, Role role, String person, Instant now) {
        return Seats.people(plan, List.of(of(unit, role)), now).stream().anyMatch(p -> p.id().equals(person));
    }
}
