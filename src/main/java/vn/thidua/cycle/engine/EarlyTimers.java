package vn.thidua.cycle.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.duty.TooEarly;

/**
 * A deadline's job that the database's clock calls early is given its date again and keeps its retries; all other failures
 * go the engine's way. Without this a node an hour ahead would burn all retries before the cut-off.
 */
@Component
class EarlyTimers implements FailedJobCommandFactory {
    private final FailedJobCommandFactory stock = new DefaultFailedJobCommandFactory();

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        TooEarly early = tooEarly(exception);
        return early == null ? stock.getCommand(jobId, exception) : context -> again(context, jobId, early);
    }

    private static @Nullable Object again(CommandContext context, String jobId, TooEarly early) {
        JobEntity job = context.getJobManager().findJobById(jobId);
        if (job != null) {
            job.unlock();
            job.setDuedate(Date.from(early.due()));
        }
        return null;
    }

    private static @Nullable TooEarly tooEarly(@Nullable Throwable exception) {
        for (Throwable t = exception; t != null; t = t.getCause()) {
            if (t instanceof TooEarly early) {
                return early;
            }
        }
        return null;
    }
}
