package vn.thidua.cycle.engine;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Opens appraisal for the units that have not handed in, when its latest opening has come. */
@Component("appraisals")
public class AppraisalsBean {
    private final RuntimeService runtime;

    AppraisalsBean(RuntimeService runtime) {
        this.runtime = runtime;
    }

    public void openRest(DelegateExecution execution) {
        runtime.createEventSubscriptionQuery()
                .eventType("message")
                .eventName(Messages.SELF_SCORE_IN)
                .processInstanceId(execution.getProcessInstanceId())
                .list()
                .forEach(waiting -> runtime.messageEventReceived(Messages.SELF_SCORE_IN, waiting.getExecutionId()));
    }
}
