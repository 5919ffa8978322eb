package vn.thidua.cycle.steering;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.WorkingCalendar;
import vn.thidua.cycle.Option;
import vn.thidua.cycle.steering.SteeringCases.SteeringCase;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.Seats;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReader;
import vn.thidua.year.YearStore;

/**
 * What a task of starting, amending, moving or cancelling says, as every task does: until when, what follows otherwise, whom
 * to ask. An agreement is due before the earlier of the old and the new instant (rules.md, "A deadline can be moved"), all
 * else by the same hour of the next working day.
 */
@Component
public class SteeringWords {
    /** In a case: the instant by which its task is due, where something else than a working day decides. */
    public static final String DUE = "due";

    private static final WorkingCalendar USUAL =
            new WorkingCalendar(WorkingCalendar.DEFAULT_START, WorkingCalendar.DEFAULT_END, Set.of(), Set.of());

    private final YearStore years;
    private final SteeringOptions options;
    private final TimeSource time;

    SteeringWords(YearStore years, SteeringOptions options, TimeSource time) {
        this.years = years;
        this.options = options;
        this.time = time;
    }

    public Instant due(String process, SteeringCase one) {
        if (!one.text(DUE).isEmpty()) {
            return Instant.parse(one.text(DUE));
        }
        WorkingCalendar calendar = plan(process, one).map(Plan::calendar).orElse(USUAL);
        return calendar.sameHourNextWorkingDay(time.now());
    }

    /** The texts that every form begins with, by their names in it. */
    public Map<String, String> shown(String process, String form, SteeringCase one, Instant due) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("boundaryText", DutyTexts.before(due));
        shown.put("consequence", DutyTexts.text(form + ".consequence"));
        shown.put("contactText", contact(process, form, one));
        shown.put("background", one.text("shown"));
        return shown;
    }

    public static String description(String what, Map<String, String> shown) {
        return what + " Thời hạn: " + shown.get("boundaryText") + ". Nếu quá hạn: " + shown.get("consequence")
                + ". Liên hệ: " + shown.get("contactText") + ".";
    }

    /** Who asks for a move is asked about it; who is about to ask turns to the standing agency; else the year's contact. */
    private String contact(String process, String form, SteeringCase one) {
        return plan(process, one)
                .map(plan -> switch (form) {
                    case "deadline-agree" ->
                        plan.person(one.by())
                                .map(DutyTexts::nameAndAddress)
                                .orElseGet(() -> DutyTexts.contact(plan, null));
                    case "deadline-propose" ->
                        standingAgency(plan)
                                .map(DutyTexts::nameAndAddress)
                                .orElseGet(() -> DutyTexts.contact(plan, null));
                    default -> DutyTexts.contact(plan, null);
                })
                .orElseGet(() -> DutyTexts.text("steering.contact"));
    }

    private Optional<Person> standingAgency(Plan plan) {
        return Seats.people(plan, List.of(Seats.standingAgency(plan)), time.now()).stream()
                .findFirst();
    }

    /** The plan that was uploaded, or that of the year chosen, or of the first year that the person may choose. */
    private Optional<Plan> plan(String process, SteeringCase one) {
        if (!one.text("yaml").isEmpty()) {
            return Optional.ofNullable(PlanReader.read(one.text("yaml")).plan());
        }
        if (!one.text("deadline-propose.year").isEmpty()) {
            return Optional.of(years.plan(one.text("deadline-propose.year")));
        }
        return options.years(process, one.by()).stream()
                .findFirst()
                .map(Option::value)
                .map(years::plan);
    }
}
