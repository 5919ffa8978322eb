package vn.thidua.cycle.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.steering.PlanAmendments;
import vn.thidua.cycle.steering.SteeringCases;
import vn.thidua.plan.PlanReader;
import vn.thidua.plan.PlanReading;

/** Correcting people and contacts of a running year by uploading its plan again, for its diagram. */
@Component("planAmend")
public class PlanAmend {
    private final PlanAmendments amendments;
    private final SteeringCases cases;

    PlanAmend(PlanAmendments amendments, SteeringCases cases) {
        this.amendments = amendments;
        this.cases = cases;
    }

    public void compare(DelegateExecution execution) {
        PlanReading reading = PlanFile.take(execution);
        String starter = String.valueOf(execution.getVariable(SteeringTasks.STARTER));
        String difference = amendments.difference(reading, starter);
        HandInTasks.clear(execution);
        execution.setVariable(SteeringTasks.STARTER, starter);
        cases.open(execution.getProcessInstanceId(), "yearAmend", starter);
        cases.put(
                execution.getProcessInstanceId(),
                Map.of(
                        "yaml",
                        reading.yaml(),
                        "shown",
                        PlanUpload.markdown(difference),
                        SteeringTasks.ABOUT,
                        PlanUpload.about(reading.plan())));
    }

    public boolean confirmed(DelegateExecution execution) {
        return cases.get(execution.getProcessInstanceId()).is("amend-confirm.decision", "apply");
    }

    public void apply(DelegateExecution execution) {
        SteeringCases.SteeringCase one = cases.get(execution.getProcessInstanceId());
        amendments.apply(PlanReader.read(one.text("yaml")), one.by());
    }
}
