package vn.thidua.cycle.engine;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thidua.duty.comment.RoundKey;
import vn.thidua.duty.comment.RoundProcess;

/** Comment rounds on Camunda. */
@Component
@Lazy
class CamundaRounds implements RoundProcess {
    private final RuntimeService runtime;

    CamundaRounds(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void begin(RoundKey key) {
        runtime.createProcessInstanceByKey("commentRound")
                .processDefinitionWithoutTenantId()
                .businessKey(key.toString())
                .setVariable(TenantOfYear.YEAR, key.yearId())
                .execute();
    }

    @Override
    public void answered(RoundKey key) {
        receive(key, Messages.COMMENTS_ANSWERED);
    }

    @Override
    public void over(RoundKey key) {
        receive(key, Messages.COMMENT_ROUND_OVER);
    }

    /** Nobody waiting is no fault: the round may be over, or not be asking the leader yet. */
    private void receive(RoundKey key, String message) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(key.toString()).list().stream()
                .map(instance -> runtime.createEventSubscriptionQuery()
                        .processInstanceId(instance.getId())
                        .eventType("message")
                        .eventName(message)
                        .list())
                .flatMap(List<EventSubscription>::stream)
                .forEach(waiting -> runtime.messageEventReceived(message, waiting.getExecutionId()));
    }
}
