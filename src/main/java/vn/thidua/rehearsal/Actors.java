package vn.thidua.rehearsal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.Option;
import vn.thidua.cycle.TaskTexts;
import vn.thidua.cycle.documents.DocumentForms;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Owner;
import vn.thidua.duty.SeatHolders;
import vn.thidua.duty.Seats;
import vn.thidua.duty.form.FormContext;
import vn.thidua.duty.form.FormSchema;
import vn.thidua.duty.form.SampleAnswers;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** Who acts on a task in a rehearsal, when, and with which answers. */
@Component
public class Actors {
    private final YearStore years;
    private final DutyRepository duties;
    private final SeatHolders holders;
    private final TaskTexts texts;

    Actors(YearStore years, DutyRepository duties, SeatHolders holders, TaskTexts texts) {
        this.years = years;
        this.duties = duties;
        this.holders = holders;
        this.texts = texts;
    }

    /**
     * An open task as the rehearsal sees it.
     *
     * @param stage submit, mend, review, withdraw or findings
     */
    public record OpenTask(String taskId, DutyKey key, String stage, Instant opened) {
        /** Something is to be handed in, for the first time or mended. */
        public boolean submitting() {
            return stage.equals("submit") || stage.equals("mend");
        }
    }

    /** Somebody's turn: at {@code at}, {@code person} completes the task. */
    public record Turn(OpenTask task, Person person, Instant at, boolean decline, Map<String, Object> answers) {}

    /** Empty where nobody will act: silence, or nothing to take back. */
    public Optional<Turn> turn(OpenTask task, Script script) {
        if (task.stage().equals("withdraw")) {
            return Optional.empty();
        }
        Plan plan = years.plan(task.key().yearId());
        Duty duty = duties.get(task.key());
        return seats(plan, task).stream()
                .flatMap(
                        seat -> holders.of(plan, task.key(), stage(task.stage()), List.of(seat), task.opened()).stream()
                                .limit(1))
                .flatMap(person -> turn(task, plan, duty, person, script).stream())
                .min(Comparator.comparing(Turn::at));
    }

    /** What one of two may do for both is done by the one on whose account it stands. */
    private static List<Seats.Seat> seats(Plan plan, OpenTask task) {
        List<Seats.Seat> seats = Seats.of(plan, task.key(), stage(task.stage()));
        return task.key().type().owner() == Owner.LEADER_OR_DEPUTY
                ? seats.stream()
                        .filter(seat -> seat.party().equals(task.key().party()))
                        .toList()
                : seats;
    }

    private Optional<Turn> turn(OpenTask task, Plan plan, Duty duty, Person person, Script script) {
        Optional<Script.Step> step =
                script.step(task.key(), person.party(), plan.leader().code());
        if (step.map(Script.Step::silent).orElse(false)) {
            return Optional.empty();
        }
        Instant opened = task.opened();
        if (task.key().type() == DutyType.PAPER_ENTRY) {
            Optional<Instant> handedOver = paperHandedOver(plan, task.key());
            if (handedOver.isEmpty()) {
                return Optional.empty();
            }
            opened = handedOver.get().isAfter(opened) ? handedOver.get() : opened;
        }
        boolean submitting = task.stage().equals("submit");
        Instant at = submitting
                        && step.isPresent()
                        && step.get().at() != null
                        && !step.get().at().isBefore(opened)
                ? step.get().at()
                : usual(task, plan, duty, opened);
        boolean decline = submitting && step.map(Script.Step::decline).orElse(false);
        return Optional.of(new Turn(
                task, person, at, decline, step.map(Script.Step::answers).orElse(Map.of())));
    }

    private static Instant usual(OpenTask task, Plan plan, Duty duty, Instant opened) {
        if (task.key().type().inSession()) {
            return opened;
        }
        boolean unit = task.key().type().owner() == Owner.MEMBER && task.stage().equals("submit");
        return unit
                ? UsualTimes.unit(plan.calendar(), opened, duty.deadlineAt())
                : UsualTimes.others(plan.calendar(), opened);
    }

    private Optional<Instant> paperHandedOver(Plan plan, DutyKey entry) {
        DutyKey dossier = new DutyKey(entry.yearId(), DutyType.DOSSIER, Seats.unitOf(entry.subject()), entry.subject());
        return duties.find(dossier).flatMap(duties::current).map(vn.thidua.duty.Receipt::receivedAt);
    }

    /** What the person fills in, at the virtual instant {@code now}. */
    public Map<String, Object> answers(Turn turn, Instant now) {
        DutyKey key = turn.task().key();
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (Map.Entry<String, List<Option>> e : texts.options(key).entrySet()) {
            options.put(e.getKey(), e.getValue().stream().map(Option::value).toList());
        }
        FormSchema schema = FormSchema.load(
                switch (turn.task().stage()) {
                    case "review", "findings" -> turn.task().stage();
                    default -> DocumentForms.form(duties.get(key));
                });
        FormContext context = new FormContext(options, texts.facts(key), LocalDateTime.ofInstant(now, Vietnam.ZONE));
        Map<String, Object> answers = new LinkedHashMap<>(SampleAnswers.fill(schema, context));
        if (turn.decline()) {
            answers.clear();
            answers.put("answer", "decline");
        }
        boolean ofThisForm = turn.task().stage().equals("submit");
        if (ofThisForm) {
            turn.answers().forEach((field, answer) -> {
                // A script may answer the form with files and the one without.
                if (schema.field(field).isPresent()) {
                    answers.put(field, answer);
                }
            });
        }
        return answers;
    }

    private static Seats.Stage stage(String stage) {
        return switch (stage) {
            case "review" -> Seats.Stage.REVIEW;
            case "findings" -> Seats.Stage.FINDINGS;
            default -> Seats.Stage.SUBMIT;
        };
    }
}
