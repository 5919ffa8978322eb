package vn.thidua.cycle.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.duty.TooEarly;

/**
 * A deadline's job that the database's clock calls early is given its date again and keeps its retries, and one that somebody
 * without the right tried to execute stays as it was; all other failures go the engine's way. Without this a node an hour
 * ahead would burn all retries before the cut-off, and a refused attempt would bring a timer's date forward to its next retry.
 */
@Component
class EarlyTimers implements FailedJobCommandFactory {
    private final FailedJobCommandFactory stock = new DefaultFailedJobCommandFactory();

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        TooEarly early = cause(exception, TooEarly.class);
        if (early != null) {
            return context -> again(context, jobId, early.due());
        }
        return cause(exception, AuthorizationException.class) != null
                ? context -> again(context, jobId, null)
                : stock.getCommand(jobId, exception);
    }

    /** @param due null leaves the date as it is */
    private static @Nullable Object again(CommandContext context, String jobId, @Nullable Instant due) {
        JobEntity job = context.getJobManager().findJobById(jobId);
        if (job != null) {
            job.unlock();
            if (due != null) {
                job.setDuedate(Date.from(due));
            }
        }
        return null;
    }

    private static <T extends Throwable> @Nullable T cause(@Nullable Throwable exception, Class<T> type) {
        for (Throwable t = exception; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
