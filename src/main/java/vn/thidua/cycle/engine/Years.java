package vn.thidua.cycle.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.ClusterYears;

/** Ends the year for the diagram of the cluster year. */
@Component("years")
public class Years {
    private final ClusterYears clusterYears;

    Years(ClusterYears clusterYears) {
        this.clusterYears = clusterYears;
    }

    public void close(DelegateExecution execution) {
        clusterYears.close(id(execution));
    }

    public void cancel(DelegateExecution execution) {
        clusterYears.ended(id(execution));
    }

    /** The cluster year that an execution belongs to: the first part of every business key; variables are never asked. */
    static String id(DelegateExecution execution) {
        return execution.getProcessBusinessKey().split("/", 2)[0];
    }
}
