package vn.thidua.cycle.engine;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.requests.DataRequest;
import vn.thidua.cycle.requests.DataRequest.State;
import vn.thidua.cycle.requests.DataRequests;
import vn.thidua.cycle.requests.RequestKey;
import vn.thidua.cycle.requests.RequestSeats;
import vn.thidua.cycle.requests.RequestTexts;

/** The questions and acts of the diagram {@code dataRequest}; all answers come from the tables, by the business key. */
@Component("dataRequest")
public class DataRequestBean {
    private final DataRequests requests;
    private final RequestTexts texts;

    DataRequestBean(DataRequests requests, RequestTexts texts) {
        this.requests = requests;
        this.texts = texts;
    }

    static RequestKey key(DelegateExecution execution) {
        return RequestKey.parse(execution.getProcessBusinessKey());
    }

    /** Candidate groups of the unit's OFFICER or HEAD, separated by commas. */
    public String candidates(DelegateExecution execution, String role) {
        DataRequest request = request(execution);
        return String.join(
                ",",
                Groups.of(request.yearId(), List.of(RequestSeats.of(request.unit(), RequestSeats.Role.valueOf(role)))));
    }

    public Date dueDate(DelegateExecution execution) {
        return Date.from(texts.dueDate(request(execution)));
    }

    public void remind(DelegateExecution execution) {
        requests.remind(key(execution));
    }

    public void raise(DelegateExecution execution) {
        requests.raise(key(execution));
    }

    public boolean answered(DelegateExecution execution) {
        return request(execution).state() == State.ANSWERED;
    }

    public boolean cancelled(DelegateExecution execution) {
        return request(execution).state() == State.CANCELLED;
    }

    /** The head gave it back to the officers. */
    public boolean goesOn(DelegateExecution execution) {
        return request(execution).state() == State.ASKED;
    }

    private DataRequest request(DelegateExecution execution) {
        return requests.get(key(execution));
    }
}
