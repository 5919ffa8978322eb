package vn.thidua.cycle.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.ClusterYears;
import vn.thidua.cycle.steering.SteeringCases;

/** Cancelling a year that was started by mistake, for its diagram. */
@Component("yearCancel")
public class YearCancelBean {
    private final ClusterYears years;
    private final SteeringCases cases;

    YearCancelBean(ClusterYears years, SteeringCases cases) {
        this.years = years;
        this.cases = cases;
    }

    public boolean confirmed(DelegateExecution execution) {
        return cases.get(execution.getProcessInstanceId()).is("year-cancel.understood", "true");
    }

    public void cancel(DelegateExecution execution) {
        SteeringCases.SteeringCase one = cases.get(execution.getProcessInstanceId());
        years.cancel(one.text("year-cancel.year"), one.text("year-cancel.by"), one.text("year-cancel.reason"));
    }
}
