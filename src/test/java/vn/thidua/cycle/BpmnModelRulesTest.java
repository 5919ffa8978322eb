package vn.thidua.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.cycle.Diagrams.Diagram;

/**
 * How a diagram must be drawn so that an official can read it aloud and the next person can change it: the build's own gate,
 * without Node, beside bpmnlint ({@code bpmn/.bpmnlintrc}).
 */
class BpmnModelRulesTest {
    private static final Map<Class<? extends BaseElement>, String> PREFIXES = Map.ofEntries(
            Map.entry(Event.class, "event"),
            Map.entry(UserTask.class, "userTask"),
            Map.entry(ServiceTask.class, "serviceTask"),
            Map.entry(ReceiveTask.class, "receiveTask"),
            Map.entry(CallActivity.class, "callActivity"),
            Map.entry(SubProcess.class, "subProcess"),
            Map.entry(Gateway.class, "gateway"),
            Map.entry(SequenceFlow.class, "flow"),
            Map.entry(Message.class, "message"),
            Map.entry(Error.class, "error"));
    private static final Pattern ID = Pattern.compile("[a-zA-Z]+_[a-zA-Z][a-zA-Z_]*");

    static List<Diagram> diagrams() {
        return Diagrams.all();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void holdsOneExecutableProcessNamedAsItsFile(Diagram diagram) {
        assertThat(diagram.all(Process.class)).hasSize(1);
        Process process = diagram.process();

        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
        assertThat(process.getName()).isNotBlank();
        assertThat(kebab(process.getId())).isEqualTo(diagram.name());
        assertThat(diagram.text()).contains("modeler:executionPlatformVersion=\"7.24.0\"");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void namesItsElementsByKind(Diagram diagram) {
        PREFIXES.forEach((type, prefix) -> assertThat(diagram.all(type))
                .extracting(BaseElement::getId)
                .allSatisfy(id -> assertThat(id).startsWith(prefix + "_").matches(ID)));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void labelsEveryNodeButMergesAndForks(Diagram diagram) {
        assertThat(diagram.all(FlowNode.class))
                .filteredOn(n -> !(n instanceof ParallelGateway) && !isMerge(n))
                .allSatisfy(n -> assertThat(n.getName()).as(n.getId()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void asksAQuestionAtEverySplitAndAnswersItOnEveryFlow(Diagram diagram) {
        assertThat(diagram.all(ExclusiveGateway.class))
                .filteredOn(g -> !isMerge(g))
                .allSatisfy(gateway -> {
                    assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
                    assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
                    assertThat(gateway.getOutgoing()).hasSizeGreaterThan(1).allSatisfy(flow -> {
                        assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                        assertThat(flow.getConditionExpression() == null)
                                .as(flow.getId() + ": a condition, or the default")
                                .isEqualTo(flow.equals(gateway.getDefault()));
                    });
                });
        assertThat(diagram.all(SequenceFlow.class))
                .filteredOn(f -> f.getConditionExpression() != null)
                .allSatisfy(f -> assertThat(f.getSource()).isInstanceOf(ExclusiveGateway.class));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void splitsAndJoinsAtGatewaysOnly(Diagram diagram) {
        assertThat(diagram.all(FlowNode.class)).allSatisfy(node -> {
            int in = node.getIncoming().size();
            int out = node.getOutgoing().size();
            if (node instanceof Gateway) {
                assertThat(in == 1 ^ out == 1)
                        .as(node.getId() + " either splits or joins")
                        .isTrue();
            } else {
                assertThat(in).as(node.getId() + " in").isEqualTo(startsByItself(node) ? 0 : 1);
                assertThat(out).as(node.getId() + " out").isEqualTo(endsByItself(node) ? 0 : 1);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void startsAndEndsEveryScope(Diagram diagram) {
        Stream.concat(
                        Stream.of(diagram.process().getFlowElements()),
                        diagram.all(SubProcess.class).stream().map(SubProcess::getFlowElements))
                .forEach(scope -> {
                    assertThat(scope).filteredOn(StartEvent.class::isInstance).hasSize(1);
                    assertThat(scope).filteredOn(EndEvent.class::isInstance).isNotEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void runsNoScripts(Diagram diagram) {
        assertThat(diagram.all(ScriptTask.class)).isEmpty();
        assertThat(diagram.all(BusinessRuleTask.class)).isEmpty();
        assertThat(diagram.all(InclusiveGateway.class)).isEmpty();
        assertThat(diagram.all(ComplexGateway.class)).isEmpty();
        assertThat(diagram.text()).doesNotContain("camunda:script", "scriptFormat", "camunda:class=");
        assertThat(diagram.all(ServiceTask.class))
                .allSatisfy(
                        t -> assertThat(t.getCamundaExpression()).as(t.getId()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void saysWhy(Diagram diagram) {
        Stream<? extends BaseElement> explained = Stream.of(
                        List.of(diagram.process()), diagram.all(Activity.class), timers(diagram))
                .flatMap(Collection::stream);
        assertThat(explained)
                .allSatisfy(
                        e -> assertThat(Diagrams.documentation(e)).as(e.getId()).matches("(?s).{20,}[.)]"));
        // The documentation of a user task is its description in Tasklist: for staff, without keys.
        assertThat(diagram.all(UserTask.class))
                .allSatisfy(t -> assertThat(Diagrams.documentation(t)).doesNotContainPattern(Diagrams.OBLIGATION));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void fitsOneScreenAndDrawsEverything(Diagram diagram) {
        assertThat(diagram.all(FlowElement.class))
                .allSatisfy(e -> assertThat(
                                e instanceof SequenceFlow flow
                                        ? flow.getDiagramElement()
                                        : ((FlowNode) e).getDiagramElement())
                        .as(e.getId())
                        .isNotNull());
        assertThat(diagram.all(Bounds.class)).allSatisfy(b -> {
            assertThat(b.getX()).isNotNegative();
            assertThat(b.getX() + b.getWidth()).isLessThanOrEqualTo(1800);
            assertThat(b.getY()).isNotNegative();
            assertThat(b.getY() + b.getHeight()).isLessThanOrEqualTo(1000);
        });
    }

    private static List<CatchEvent> timers(Diagram diagram) {
        return diagram.all(CatchEvent.class).stream()
                .filter(e -> e.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .toList();
    }

    private static boolean isMerge(FlowNode node) {
        return node instanceof ExclusiveGateway && node.getOutgoing().size() == 1;
    }

    private static boolean startsByItself(FlowNode node) {
        return node instanceof StartEvent || node instanceof BoundaryEvent || isEventSubProcess(node);
    }

    private static boolean endsByItself(FlowNode node) {
        return node instanceof EndEvent || isEventSubProcess(node);
    }

    private static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess sub && sub.triggeredByEvent();
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
