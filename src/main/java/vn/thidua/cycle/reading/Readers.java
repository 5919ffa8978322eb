package vn.thidua.cycle.reading;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.steering.Administrators;
import vn.thidua.duty.DutyReaders;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;

/** Who somebody is in a cluster year: by the tenant's membership and by the plan of that very year, so that years never mix. */
@Component
public class Readers {
    private final YearMembers members;
    private final Administrators administrators;
    private final TimeSource time;

    Readers(YearMembers members, Administrators administrators, TimeSource time) {
        this.members = members;
        this.administrators = administrators;
        this.time = time;
    }

    /** Empty where the person does not belong to the year, or takes office there later only. */
    public Optional<DutyReaders.Reader> of(Plan plan, String person) {
        LocalDate today = Vietnam.dateOf(time.now());
        Set<String> parties = members.include(plan.yearId(), person)
                ? plan.people().stream()
                        .filter(p -> p.id().equals(person))
                        .filter(p -> p.from() == null || !today.isBefore(p.from()))
                        .map(Person::party)
                        .collect(Collectors.toSet())
                : Set.of();
        boolean administrator = administrators.is(person);
        return parties.isEmpty() && !administrator
                ? Optional.empty()
                : Optional.of(new DutyReaders.Reader(parties, administrator));
    }
}
