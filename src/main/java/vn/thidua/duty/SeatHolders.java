package vn.thidua.duty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;

/** The people behind {@link Seats}: by function and term of office, less those who were replaced where a unit's work is judged. */
@Component
public class SeatHolders {
    private final ObjectProvider<SeatChanges> changes;
    private final TimeSource time;

    SeatHolders(ObjectProvider<SeatChanges> changes, TimeSource time) {
        this.changes = changes;
        this.time = time;
    }

    /** Who may act in a stage of a duty now. */
    public List<Person> of(Plan plan, DutyKey key, Seats.Stage stage) {
        return of(plan, key, stage, Seats.of(plan, key, stage), time.now());
    }

    /** Who of some of a stage's seats may act at an instant. */
    public List<Person> of(Plan plan, DutyKey key, Seats.Stage stage, List<Seats.Seat> seats, Instant at) {
        Optional<String> unit = judged(key, stage);
        return unit.isEmpty()
                ? Seats.people(plan, seats, at)
                : seats.stream()
                        .flatMap(seat -> of(plan, unit.get(), seat, at).stream())
                        .distinct()
                        .toList();
    }

    /** Who holds a seat in which a unit's work is judged, now. */
    public List<Person> of(Plan plan, String unit, Seats.Seat seat) {
        return of(plan, unit, seat, time.now());
    }

    private List<Person> of(Plan plan, String unit, Seats.Seat seat, Instant at) {
        List<Person> people = Seats.people(plan, List.of(seat), at);
        for (SeatChanges change : changes) {
            people = change.holders(plan, unit, seat, people, at);
        }
        return people;
    }

    /** Whether others act in a stage of a duty than those who have its functions. */
    public boolean changed(Plan plan, DutyKey key, Seats.Stage stage) {
        return judged(key, stage)
                .filter(unit -> Seats.of(plan, key, stage).stream().anyMatch(seat -> changed(plan, unit, seat)))
                .isPresent();
    }

    /** Whether others hold a seat in which a unit's work is judged than those who have its functions. */
    public boolean changed(Plan plan, String unit, Seats.Seat seat) {
        Instant now = time.now();
        return !Seats.people(plan, List.of(seat), now).equals(of(plan, unit, seat, now));
    }

    /** The unit whose scores, or evidence for them, are judged in a stage of a duty; empty where none are. */
    public static Optional<String> judged(DutyKey key, Seats.Stage stage) {
        boolean receiving = stage == Seats.Stage.REVIEW || stage == Seats.Stage.FINDINGS;
        return switch (key.type()) {
            case APPRAISAL, MEETING_RESULT -> Optional.of(Seats.unitOf(key.subject()));
            case SELF_SCORE, SUPPLEMENT -> receiving ? Optional.of(key.party()) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
