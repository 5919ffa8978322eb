package vn.thidua.journal.seal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Lets the sealer look at the journal a few times a second, on a thread of its own: a mail server that is slow must not hold it up.
 * It starts before the doors open and stops after they have closed, with a last look.
 */
class SealLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SealLoop.class);
    private static final long GRACE_SECONDS = 10;

    private final Sealer sealer;
    private final Duration every;
    private @Nullable ScheduledExecutorService thread;
    private boolean failing;

    SealLoop(Sealer sealer, Duration every) {
        this.sealer = sealer;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread sealing = new Thread(task, "journal-sealer");
                sealing.setDaemon(true);
                return sealing;
            });
            thread.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = thread;
        if (running == null) {
            return;
        }
        thread = null;
        running.shutdown();
        try {
            if (running.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Below the web server's and the mail sender's: started before them, stopped after. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** A database that is away for a while is one line in the log. */
    private void look() {
        try {
            sealer.sealAll();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("The journal cannot be sealed, goes on trying", e);
            }
            failing = true;
        }
    }
}
