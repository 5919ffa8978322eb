package vn.thidua.duty.comment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.thidua.duty.NoSeat;
import vn.thidua.duty.Seats;
import vn.thidua.plan.Function;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;

/** Who lays a draft before whom: the leader's officers before all other members; what the leader says of its own draft is in the draft. */
public final class CommentSeats {
    private static final List<Function> AUTHORS = List.of(Function.EMULATION_OFFICER);
    private static final List<Function> MEMBERS =
            List.of(Function.EMULATION_OFFICER, Function.OFFICE, Function.OFFICE_CHIEF, Function.UNIT_HEAD);

    private CommentSeats() {}

    public static Seats.Seat author(Plan plan) {
        return new Seats.Seat(plan.leader().code(), AUTHORS);
    }

    public static Seats.Seat member(String unit) {
        return new Seats.Seat(unit, MEMBERS);
    }

    /** Units that are asked, in the plan's order. */
    public static List<String> asked(Plan plan) {
        return plan.memberCodes().stream()
                .filter(unit -> !unit.equals(plan.leader().code()))
                .toList();
    }

    public static boolean isAuthor(Plan plan, String person, Instant now) {
        return holds(plan, List.of(author(plan)), person, now);
    }

    /** The unit that a person speaks for; empty where the person speaks for none. */
    public static Optional<String> unit(Plan plan, String person, Instant now) {
        return plan.person(person)
                .map(Person::party)
                .filter(asked(plan)::contains)
                .filter(unit -> holds(plan, List.of(member(unit)), person, now));
    }

    /** @throws NoSeat unless the person drafts for the cluster */
    public static void requireAuthor(Plan plan, String person, Instant now) {
        if (!isAuthor(plan, person, now)) {
            throw new NoSeat("Chỉ cán bộ thi đua của Cụm trưởng được thực hiện việc này.");
        }
    }

    /** @throws NoSeat unless the person speaks for a unit that is asked */
    public static String requireUnit(Plan plan, String person, Instant now) {
        return unit(plan, person, now)
                .orElseThrow(() -> new NoSeat(
                        "Chỉ lãnh đạo, văn phòng và cán bộ thi đua của đơn vị được lấy ý kiến mới góp ý được."));
    }

    private static boolean holds(Plan plan, List<Seats.Seat> seats, String person, Instant now) {
        return Seats.people(plan, seats, now).stream().anyMatch(p -> p.id().equals(person));
    }
}
