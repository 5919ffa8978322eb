package vn.thidua.cycle.complaints;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Seats;
import vn.thidua.evidence.ruling.Ruling.Seat;
import vn.thidua.plan.Function;
import vn.thidua.plan.Plan;

/**
 * Who files and who rules. As with rulings on files, the officers of leader and deputy rule, and the standing agency where they disagree;
 * and nobody on their own unit's case: neither the unit that complains nor the one whose figure it is. The standing agency takes
 * such a seat; where it would hold both, it rules alone.
 */
public final class ComplaintSeats {
    private static final List<Function> FILE = List.of(Function.EMULATION_OFFICER, Function.UNIT_HEAD);
    private static final List<Function> RULE = List.of(Function.EMULATION_OFFICER, Function.OFFICE);

    private ComplaintSeats() {}

    /** Whether people of this function file complaints. */
    public static boolean files(Function function) {
        return FILE.contains(function);
    }

    /** The unit for which a person may file on the day of {@code now}; empty for everybody else. */
    public static Optional<String> unitOf(Plan plan, String person, Instant now) {
        return plan.memberCodes().stream()
                .filter(unit -> Seats.people(plan, List.of(new Seats.Seat(unit, FILE)), now).stream()
                        .anyMatch(p -> p.id().equals(person)))
                .findFirst();
    }

    public static Seats.Seat of(Plan plan, Complaint complaint, Seat seat) {
        return switch (seat) {
            case LEADER -> holder(plan, complaint, plan.leader().code());
            case DEPUTY -> holder(plan, complaint, plan.deputy().code());
            case STANDING_AGENCY -> Seats.standingAgency(plan);
        };
    }

    private static Seats.Seat holder(Plan plan, Complaint complaint, String unit) {
        return involved(complaint).contains(unit) ? Seats.standingAgency(plan) : new Seats.Seat(unit, RULE);
    }

    /** Leader and deputy are the two whose case it is. */
    public static boolean agencyAlone(Plan plan, Complaint complaint) {
        return involved(complaint)
                .containsAll(Set.of(plan.leader().code(), plan.deputy().code()));
    }

    /** Whether a person is of a unit whose case it is, whatever else they are. */
    static boolean ownCase(Plan plan, Complaint complaint, String person, Instant now) {
        return plan.people().stream()
                .filter(p -> p.id().equals(person) && p.inOffice(Vietnam.dateOf(now)))
                .anyMatch(p -> involved(complaint).contains(p.party()));
    }

    static Set<String> involved(Complaint complaint) {
        return complaint.unit().equals(complaint.concerns())
                ? Set.of(complaint.unit())
                : Set.of(complaint.unit(), complaint.concerns());
    }
}
