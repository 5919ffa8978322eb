package vn.thidua.cycle.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.complaints.ComplaintOptions;
import vn.thidua.cycle.complaints.Complaints;
import vn.thidua.cycle.complaints.NewComplaint;
import vn.thidua.cycle.complaints.TypedFigure;
import vn.thidua.cycle.steering.SteeringCases;
import vn.thidua.cycle.steering.SteeringCases.SteeringCase;

/** Filing a complaint, for its diagram: the case becomes a complaint, which has a process of its own inside the year. */
@Component("complaintStart")
public class ComplaintStartBean {
    private static final String FORM = "complaint-file.";

    private final Complaints complaints;
    private final SteeringCases cases;

    ComplaintStartBean(Complaints complaints, SteeringCases cases) {
        this.complaints = complaints;
        this.cases = cases;
    }

    public boolean abandoned(DelegateExecution execution) {
        return one(execution).is(FORM + "abandon", "true");
    }

    public void file(DelegateExecution execution) {
        SteeringCase one = one(execution);
        String yearId = one.text(FORM + "year");
        complaints.file(new NewComplaint(
                yearId,
                one.text(FORM + "by"),
                ComplaintOptions.code(yearId, one.text(FORM + "concerns")),
                ComplaintOptions.code(yearId, one.text(FORM + "line")),
                new TypedFigure(one.text(FORM + "points"), one.text(FORM + "bonus"), one.text(FORM + "count")),
                one.text(FORM + "grounds")));
    }

    private SteeringCase one(DelegateExecution execution) {
        return cases.get(execution.getProcessInstanceId());
    }
}
