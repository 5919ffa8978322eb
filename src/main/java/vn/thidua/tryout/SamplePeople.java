package vn.thidua.tryout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thidua.plan.Function;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReader;
import vn.thidua.plan.UnitRole;

/** The people of the sample cluster year, as accounts of the try-out. */
public final class SamplePeople {

    /** The sample, carried in the jar. */
    public static final String PLAN = "/plans/tay-nam-bo-2024.yaml";

    private SamplePeople() {}

    /** The sample's text as it stands in the repository; the try-out moves its dates. */
    public static Plan plan() {
        return PlanReader.read(text()).validPlan();
    }

    public static String text() {
        try (InputStream in = SamplePeople.class.getResourceAsStream(PLAN)) {
            return new String(Objects.requireNonNull(in, PLAN).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Account> accounts() {
        Plan plan = plan();
        Set<String> shown = worthTrying(plan).stream().map(Person::id).collect(Collectors.toSet());
        return plan.people().stream()
                .map(p -> new Account(p.id(), inWords(plan, p), shown.contains(p.id())))
                .toList();
    }

    /** One officer each of a member, of the leader and of the deputy; and the standing agency. */
    private static List<Person> worthTrying(Plan plan) {
        String member = plan.units().stream()
                .filter(u -> u.role() == UnitRole.MEMBER)
                .map(u -> u.code())
                .findFirst()
                .orElseThrow();
        List<Person> people = new ArrayList<>();
        for (String unit : List.of(member, plan.leader().code(), plan.deputy().code())) {
            plan.people(unit).stream()
                    .filter(p -> p.function() == Function.EMULATION_OFFICER)
                    .findFirst()
                    .ifPresent(people::add);
        }
        plan.people().stream()
                .filter(p -> p.function() == Function.STANDING_AGENCY)
                .findFirst()
                .ifPresent(people::add);
        return people;
    }

    private static String inWords(Plan plan, Person person) {
        String party = plan.partyName(person.party()).orElse(person.party());
        String role = plan.unit(person.party())
                .map(u -> switch (u.role()) {
                    case LEADER -> " (Cụm trưởng)";
                    case DEPUTY -> " (Cụm phó)";
                    case MEMBER -> "";
                })
                .orElse("");
        String function = person.function().ofUnit() ? person.function().title() + ", " : "";
        return person.name() + " – " + function + party + role;
    }
}
