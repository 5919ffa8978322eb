package vn.thidua.evidence.check;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.evidence.EvidenceWords;
import vn.thidua.evidence.FileFacts;
import vn.thidua.evidence.FileType;
import vn.thidua.evidence.Screening;

/**
 * The only way in: checks files one beside the other, each within a time and a memory that no file can exceed for long. A file
 * that is not finished in time has no verdict of ours; people rule on it (docs/evidence.md).
 */
public final class EvidenceCheck {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceCheck.class);
    private static final long STACK_BYTES = 16 << 20;

    private final Checker checker;
    private final Screener screener;
    private final Limits limits;
    private final Semaphore workers;

    /** @param atOnce files checked at the same time; a check that hangs keeps its place until it ends */
    public EvidenceCheck(Limits limits, int atOnce) {
        this.checker = new Checker(limits);
        this.screener = new Screener(limits);
        this.limits = limits;
        this.workers = new Semaphore(atOnce);
    }

    /** Where a file comes from, so that those that wait for their turn are not held in memory. */
    @FunctionalInterface
    public interface Source {
        byte[] read() throws IOException;
    }

    /**
     * @param received judges certificates where a signature's time is only claimed
     * @throws Unreadable if there is nothing to judge
     * @throws IllegalStateException if no place comes free within the time of {@link Limits}: to be tried again later
     */
    public FileFacts check(byte[] file, TrustAnchors anchors, Instant received)
            throws Unreadable, InterruptedException {
        if (!workers.tryAcquire(limits.time().toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("too many files are being examined");
        }
        try {
            return work(() -> checker.check(file, anchors, received));
        } catch (TimeoutException e) {
            return Checker.unfinished(
                    file, EvidenceWords.of("notExamined.time", limits.time().toSeconds()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unreadable unreadable) {
                throw unreadable;
            }
            return Checker.unfinished(file, EvidenceWords.of("notExamined.failed", failure(e)));
        }
    }

    /**
     * Whether a file may be received. Waits for its turn as long as it takes, reads the file only then, and has the time of {@link
     * Limits} from there on. A file whose examination does not end is no reason to refuse it: people will rule on it.
     *
     * @throws IOException if the source cannot be read
     */
    public Screening screen(Source file) throws IOException, InterruptedException {
        workers.acquire();
        byte[] bytes;
        try {
            bytes = file.read();
        } catch (IOException | RuntimeException | Error e) {
            workers.release();
            throw e;
        }
        FileType type = FileType.of(bytes);
        try {
            return new Screening(type, work(() -> screener.refusals(bytes, type)));
        } catch (TimeoutException e) {
            LOG.warn("A file was not screened within {}", limits.time());
        } catch (ExecutionException e) {
            LOG.warn("A file could not be screened: {}", failure(e));
        }
        return new Screening(type, List.of());
    }

    /** As {@link #screen(Source)}, of a file that is in memory anyway. */
    public Screening screen(byte[] file) throws InterruptedException {
        try {
            return screen(() -> file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String failure(ExecutionException e) {
        return e.getCause().getClass().getSimpleName();
    }

    /** In a thread of its own, whose place among the workers is taken already and given back when it ends. */
    private <T> T work(Callable<T> work) throws InterruptedException, ExecutionException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread worker = new Thread(
                null,
                () -> {
                    try {
                        task.run();
                    } finally {
                        workers.release();
                    }
                },
                "evidence-check",
                STACK_BYTES);
        worker.setDaemon(true);
        try {
            worker.start();
        } catch (Error e) {
            workers.release();
            throw e;
        }
        try {
            return task.get(limits.time().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | InterruptedException e) {
            worker.interrupt();
            throw e;
        }
    }
}
