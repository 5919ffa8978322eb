package vn.thidua.cycle;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.cycle.Diagrams.Diagram;
import vn.thidua.cycle.engine.Messages;
import vn.thidua.duty.DutyType;
import vn.thidua.plan.DutyCode;

/** What the diagrams name, the code has, and the other way round: beans, messages, duties, milestones, called processes. */
class BpmnBindingsTest {
    private static final Set<String> BEANS = Set.of(
            "appraisals",
            "commentRound",
            "commentRoundTasks",
            "complaint",
            "complaintStart",
            "complaintTasks",
            "cutOff",
            "dataRequest",
            "dataRequestStart",
            "dataRequestTasks",
            "deadlineMove",
            "deadlines",
            "dossiers",
            "duties",
            "events",
            "handIn",
            "handInTasks",
            "meetings",
            "phases",
            "planAmend",
            "planUpload",
            "reminders",
            "ruling",
            "rulingTasks",
            "scoring",
            "steeringTasks",
            "yearCancel",
            "years");
    private static final Set<String> VARIABLES = Set.of("duty", "execution", "starter", "unit");
    private static final Set<String> STEERING =
            Set.of("yearStart", "yearAmend", "deadlineMove", "yearCancel", "dataRequestStart", "complaintStart");
    private static final Set<String> NO_PHASE = Set.of(
            "clusterYear",
            "handIn",
            "meetingSession",
            "conferenceSession",
            "ruling",
            "dataRequest",
            "commentRound",
            "complaint");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{!?(\\w+)");
    private static final Pattern MILESTONE = Pattern.compile(
            "(?:deadlines\\.(?:opens|limit|at|end|latestOpening)|events\\.happened|meetings\\.open)\\(execution, '([^']*)'\\)");
    private static final Pattern TYPE =
            Pattern.compile("(?:duties\\.(?:of|about)|cutOff\\.(?:act|closeLate))\\(execution, '([^']*)'");
    private static final Pattern TIMER = Pattern.compile(
            "\\$\\{(?:deadlines\\.(?:opens|limit|at|end|latestOpening|morning|mend|paperEntry|requestDue|requestReminder|complaintDue|complaintReminder)|commentRound\\.ends)\\(execution(?:, '[a-z-]+')?\\)}");

    static List<Diagram> diagrams() {
        return Diagrams.all();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void expressionsStartAtABeanOrAVariableThatExists(Diagram diagram) {
        assertThat(found(EXPRESSION, diagram)).isSubsetOf(union(BEANS, VARIABLES));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void milestonesAndDutyTypesExist(Diagram diagram) {
        assertThat(found(MILESTONE, diagram))
                .allSatisfy(code -> assertThat(DutyCode.find(code)).as(code).isPresent());
        assertThat(found(TYPE, diagram))
                .isSubsetOf(Arrays.stream(DutyType.values()).map(Enum::name).collect(toSet()));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void timersAskForDates(Diagram diagram) {
        assertThat(diagram.all(TimerEventDefinition.class)).allSatisfy(timer -> {
            assertThat(timer.getTimeCycle()).isNull();
            assertThat(timer.getTimeDuration()).isNull();
            assertThat(timer.getTimeDate().getTextContent()).matches(TIMER);
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void userTasksHaveAFormPeopleAndListeners(Diagram diagram) {
        boolean steering = STEERING.contains(diagram.process().getId());
        assertThat(diagram.all(UserTask.class)).allSatisfy(task -> {
            if (task.getCamundaFormKey() == null) {
                assertThat(task.getCamundaFormRef()).as(task.getId()).isNotBlank();
                assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            } else {
                assertThat(task.getCamundaFormKey()).isEqualTo("${handIn.formKey(execution)}");
            }
            assertThat(task.getCamundaAssignee() != null ^ task.getCamundaCandidateGroups() != null)
                    .as(task.getId() + " belongs to a person or to groups")
                    .isTrue();
            assertThat(listeners(task.getExtensionElements().getElementsQuery().list().stream()
                            .filter(CamundaTaskListener.class::isInstance)
                            .map(CamundaTaskListener.class::cast)
                            .toList()))
                    .containsExactlyInAnyOrder(
                            "create ${" + bean(diagram) + "Tasks}", "complete ${" + bean(diagram) + "Tasks}");
            assertThat(task.getCamundaDueDate())
                    .as(task.getId())
                    .isEqualTo("${" + (steering ? "steeringTasks" : bean(diagram)) + ".dueDate(execution)}");
        });
    }

    /** Whose tasks a diagram's are. */
    private static String bean(Diagram diagram) {
        String id = diagram.process().getId();
        if (STEERING.contains(id)) {
            return "steering";
        }
        return Set.of("ruling", "dataRequest", "commentRound", "complaint").contains(id) ? id : "handIn";
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void whatPeopleStartHasAPageToStartItAndNothingElseCanBeStarted(Diagram diagram) {
        boolean steering = STEERING.contains(diagram.process().getId());
        assertThat(diagram.process().isCamundaStartableInTasklist()).isEqualTo(steering);
        if (steering) {
            assertThat(diagram.all(StartEvent.class))
                    .singleElement()
                    .satisfies(start -> assertThat(start.getCamundaFormKey())
                            .startsWith("embedded:/forms/")
                            .satisfies(key -> assertThat(Path.of(key.substring("embedded:/".length())))
                                    .exists()));
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void callActivitiesKeepTheModelTheyStartedWith(Diagram diagram) {
        Set<String> processes =
                Diagrams.all().stream().map(d -> d.process().getId()).collect(toSet());
        assertThat(diagram.all(CallActivity.class)).allSatisfy(call -> {
            assertThat(call.getCalledElement()).isIn(processes);
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            boolean handIn = call.getCalledElement().equals("handIn");
            CamundaIn in = call.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaIn.class)
                    .singleResult();
            assertThat(in.getCamundaBusinessKey()).isEqualTo(handIn ? "${duty}" : "#{execution.processBusinessKey}");
            assertThat(call.getLoopCharacteristics() != null).as(call.getId()).isEqualTo(handIn);
        });
        // Units that complete in the same moment must not collide on the shared parent.
        assertThat(diagram.all(MultiInstanceLoopCharacteristics.class)).allSatisfy(loop -> {
            assertThat(loop.isCamundaAsyncAfter()).isTrue();
            assertThat(loop.getCamundaCollection()).matches("\\$\\{(duties|commentRound)\\..*");
            assertThat(loop.getCamundaElementVariable()).isIn("duty", "unit");
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void phasesAreJournalled(Diagram diagram) {
        String id = diagram.process().getId();
        if (STEERING.contains(id) || NO_PHASE.contains(id)) {
            return;
        }
        assertThat(diagram.process()
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaExecutionListener.class)
                        .list())
                .extracting(l -> l.getCamundaEvent() + " " + l.getCamundaExpression())
                .containsExactlyInAnyOrder("start ${phases.started(execution)}", "end ${phases.ended(execution)}");
    }

    @Test
    void everythingThatCanBeOwedIsCalledOnce() {
        List<String> called = Diagrams.all().stream()
                .flatMap(d -> d.all(MultiInstanceLoopCharacteristics.class).stream())
                .flatMap(l -> Pattern.compile("'([A-Z_]+)'")
                        .matcher(l.getCamundaCollection())
                        .results())
                .map(m -> m.group(1))
                .toList();

        assertThat(called).doesNotHaveDuplicates();
        assertThat(called)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(DutyType.values()).map(Enum::name).toList());
    }

    @Test
    void messagesAreThoseOfTheCode() {
        Set<String> drawn = Diagrams.all().stream()
                .flatMap(d -> d.all(Message.class).stream())
                .map(Message::getName)
                .collect(toSet());
        Set<String> coded = Arrays.stream(Messages.class.getFields())
                .filter(f -> Modifier.isStatic(f.getModifiers()))
                .map(f -> {
                    try {
                        return (String) f.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(toSet());

        assertThat(drawn).isEqualTo(coded);
    }

    private static Set<String> found(Pattern pattern, Diagram diagram) {
        return pattern.matcher(diagram.text())
                .results()
                .map((MatchResult m) -> m.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        return Stream.concat(a.stream(), b.stream()).collect(toSet());
    }

    private static List<String> listeners(Collection<CamundaTaskListener> listeners) {
        return listeners.stream()
                .map(l -> l.getCamundaEvent() + " " + l.getCamundaDelegateExpression())
                .toList();
    }
}
