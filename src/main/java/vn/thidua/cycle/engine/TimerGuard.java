package vn.thidua.cycle.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.duty.TooEarly;

/**
 * No timer of a year passes before the date it stands for, by the database's clock: whatever made its job run (another node's
 * clock, somebody who executes jobs by hand, a due date that was changed), the event asks for its date again and sends an
 * early one back (deadlines.md, "One clock").
 */
@Component
class TimerGuard extends AbstractBpmnParseListener {
    /** The next morning is always ahead; what it sends is judged by the day it is sent on. */
    private static final String RECURRING = "deadlines.morning";

    private final TimeSource time;

    TimerGuard(TimeSource time) {
        this.time = time;
    }

    @Override
    public void parseIntermediateTimerEventDefinition(Element timer, ActivityImpl activity) {
        guard(timer, activity, ExecutionListener.EVENTNAME_END);
    }

    @Override
    public void parseBoundaryTimerEventDefinition(Element timer, boolean interrupting, ActivityImpl activity) {
        guard(timer, activity, ExecutionListener.EVENTNAME_START);
    }

    private void guard(Element timer, ActivityImpl activity, String event) {
        Element date = timer.element("timeDate");
        if (date == null || date.getText().contains(RECURRING)) {
            return;
        }
        Expression expression = Context.getProcessEngineConfiguration()
                .getExpressionManager()
                .createExpression(date.getText().strip());
        activity.addListener(event, (ExecutionListener) execution -> requireReached(execution, expression));
    }

    private void requireReached(DelegateExecution execution, Expression date) {
        if (execution.isCanceled()) {
            return; // the event does not pass: what it belongs to ends
        }
        Instant due = ((Date) date.getValue(execution)).toInstant();
        if (time.now().isBefore(due)) {
            throw new TooEarly(due);
        }
    }
}
