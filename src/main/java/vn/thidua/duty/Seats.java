package vn.thidua.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;
import vn.thidua.plan.Body;
import vn.thidua.plan.Function;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;

/** Who may do what in a duty's task, by the membership of that year. Nobody receives or appraises the own unit's work. */
public final class Seats {

    /** What a task asks for. */
    public enum Stage {
        SUBMIT,
        REVIEW,
        WITHDRAW,
        FINDINGS
    }

    /** A party and the functions in it that act. */
    public record Seat(String party, List<Function> functions) {}

    private static final List<Function> RECEIVERS = List.of(Function.EMULATION_OFFICER, Function.OFFICE);

    private Seats() {}

    public static List<Seat> of(Plan plan, DutyKey key, Stage stage) {
        return switch (stage) {
            case SUBMIT, WITHDRAW -> owners(plan, key);
            case REVIEW, FINDINGS -> receivers(plan, key);
        };
    }

    /** The seat of the standing agency, which supervises and takes missing seats. */
    public static Seat standingAgency(Plan plan) {
        return new Seat(body(plan, Function.STANDING_AGENCY).code(), List.of(Function.STANDING_AGENCY));
    }

    /** People who hold one of the seats' functions on the day of {@code now}. */
    public static List<Person> people(Plan plan, List<Seat> seats, java.time.Instant now) {
        var today = now.atZone(Vietnam.ZONE).toLocalDate();
        List<Person> people = new ArrayList<>();
        for (Seat seat : seats) {
            plan.people(seat.party()).stream()
                    .filter(p -> seat.functions().contains(p.function()))
                    .filter(p -> p.from() == null || !today.isBefore(p.from()))
                    .filter(p -> p.to() == null || !today.isAfter(p.to()))
                    .forEach(people::add);
        }
        return people;
    }

    /** The unit that receives and appraises {@code unit}'s work as leader: for the leader's own unit the deputy. */
    public static String leaderFor(Plan plan, String unit) {
        String leader = plan.leader().code();
        return unit.equals(leader) ? plan.deputy().code() : leader;
    }

    private static List<Seat> owners(Plan plan, DutyKey key) {
        if (key.type().owner() != Owner.LEADER_OR_DEPUTY) {
            return List.of(new Seat(key.party(), key.type().functions()));
        }
        String subjectUnit = unitOf(key.subject());
        return Set.of(plan.leader().code(), plan.deputy().code()).stream()
                .sorted()
                .filter(party -> !party.equals(subjectUnit))
                .map(party -> new Seat(party, key.type().functions()))
                .toList();
    }

    private static List<Seat> receivers(Plan plan, DutyKey key) {
        Owner reviewer = key.type().reviewer();
        if (reviewer == null) {
            return List.of();
        }
        if (reviewer == Owner.STANDING_AGENCY) {
            return List.of(standingAgency(plan));
        }
        return List.of(new Seat(leaderFor(plan, key.party()), RECEIVERS));
    }

    /** The unit that a subject like {@code VLG}, {@code VLG~2} or {@code VLG-1} speaks of. */
    public static String unitOf(String subject) {
        return subject.split("[-~]", 2)[0];
    }

    public static Body body(Plan plan, Function role) {
        return plan.body(role).orElseThrow(() -> new IllegalStateException("the plan names no " + role));
    }

    public static @Nullable Person person(Plan plan, String id) {
        return plan.people().stream().filter(p -> p.id().equals(id)).findFirst().orElse(null);
    }
}
