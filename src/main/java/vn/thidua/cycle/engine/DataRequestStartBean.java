package vn.thidua.cycle.engine;

import java.time.LocalDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.requests.DataRequests;
import vn.thidua.cycle.requests.NewRequest;
import vn.thidua.cycle.requests.RequestOptions;
import vn.thidua.cycle.steering.SteeringCases;
import vn.thidua.cycle.steering.SteeringCases.SteeringCase;

/** Asking for figures, for its diagram: the case becomes a request, which has a process of its own inside the year. */
@Component("dataRequestStart")
public class DataRequestStartBean {
    private static final String FORM = "data-request.";

    private final DataRequests requests;
    private final SteeringCases cases;

    DataRequestStartBean(DataRequests requests, SteeringCases cases) {
        this.requests = requests;
        this.cases = cases;
    }

    public boolean abandoned(DelegateExecution execution) {
        return one(execution).is(FORM + "abandon", "true");
    }

    public void send(DelegateExecution execution) {
        SteeringCase one = one(execution);
        String yearId = one.text(FORM + "year");
        requests.ask(new NewRequest(
                yearId,
                one.text(FORM + "by"),
                one.list(FORM + "lines").stream()
                        .map(value -> RequestOptions.code(yearId, value))
                        .toList(),
                one.text(FORM + "supplier"),
                one.text(FORM + "supplierEmail"),
                one.text(FORM + "question"),
                Vietnam.at(LocalDateTime.parse(one.text(FORM + "due"))),
                one.is(FORM + "knowinglyLate", "true")));
    }

    private SteeringCase one(DelegateExecution execution) {
        return cases.get(execution.getProcessInstanceId());
    }
}
