package vn.thidua.evidence.check;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.evidence.EvidenceWords;
import vn.thidua.evidence.FileFacts;

/**
 * The only way in: checks files one beside the other, each within a time and a memory that no file can exceed for long. A file
 * that is not finished in time has no verdict of ours; people rule on it (docs/evidence.md).
 */
public final class EvidenceCheck {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceCheck.class);
    private static final long STACK_BYTES = 16 << 20;

    private final Checker checker;
    private final Limits limits;
    private final Semaphore workers;

    /** @param atOnce files checked at the same time; a check that hangs keeps its place until it ends */
    public EvidenceCheck(Limits limits, int atOnce) {
        this.checker = new Checker(limits);
        this.limits = limits;
        this.workers = new Semaphore(atOnce);
    }

    /**
     * @param received judges certificates where a signature's time is only claimed
     * @throws Unreadable if there is nothing to judge
     */
    public FileFacts check(byte[] file, TrustAnchors anchors, Instant received)
            throws Unreadable, InterruptedException {
        long limit = limits.time().toNanos();
        if (!workers.tryAcquire(limit, TimeUnit.NANOSECONDS)) {
            return Checker.unfinished(file, EvidenceWords.of("notExamined.busy"));
        }
        CompletableFuture<FileFacts> facts = new CompletableFuture<>();
        Thread worker = new Thread(null, () -> work(file, anchors, received, facts), "evidence-check", STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        try {
            return facts.get(limit, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            worker.interrupt();
            return Checker.unfinished(
                    file, EvidenceWords.of("notExamined.time", limits.time().toSeconds()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unreadable unreadable) {
                throw unreadable;
            }
            return Checker.unfinished(
                    file,
                    EvidenceWords.of(
                            "notExamined.failed", e.getCause().getClass().getSimpleName()));
        }
    }

    private void work(byte[] file, TrustAnchors anchors, Instant received, CompletableFuture<FileFacts> facts) {
        try {
            facts.complete(checker.check(file, anchors, received));
        } catch (Unreadable | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            facts.completeExceptionally(e);
        } finally {
            workers.release();
        }
    }
}
