package vn.thidua.evidence.submission;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.evidence.EvidenceWords;
import vn.thidua.evidence.FileFacts;
import vn.thidua.evidence.check.Unreadable;
import vn.thidua.evidence.receiving.Examiner;

/**
 * Examines what was handed in, after its receipt and outside its transaction: a crash in between repeats the examination, never
 * the receipt. Two nodes that examine the same file come to the same facts.
 */
@Service
public class FileChecks {
    private static final Logger LOG = LoggerFactory.getLogger(FileChecks.class);
    private static final int AT_A_TIME = 20;

    private final SubmissionRepository files;
    private final Examiner examiner;
    private final Anchors anchors;
    private final Judging judging;
    private final TransactionTemplate transactions;
    /** Told once, tried again and again: the store may be away, an operator may mend it. */
    private final Set<Long> failing = new HashSet<>();

    FileChecks(
            SubmissionRepository files,
            Examiner examiner,
            Anchors anchors,
            Judging judging,
            TransactionTemplate transactions) {
        this.files = files;
        this.examiner = examiner;
        this.anchors = anchors;
        this.judging = judging;
        this.transactions = transactions;
    }

    /** Examines what is due; returns how many files were. */
    public int examineDue() throws InterruptedException {
        Anchors.Current current = anchors.current();
        int examined = 0;
        List<Long> due = files.toExamine(current.fingerprint(), AT_A_TIME);
        while (!due.isEmpty()) {
            int before = examined;
            for (long id : due) {
                examined += examine(files.get(id), current) ? 1 : 0;
            }
            if (examined == before) {
                return examined;
            }
            due = files.toExamine(current.fingerprint(), AT_A_TIME);
        }
        return examined;
    }

    private boolean examine(Submission file, Anchors.Current current) throws InterruptedException {
        try {
            FileFacts facts = facts(file, current);
            transactions.executeWithoutResult(status -> {
                files.examined(file.id(), facts, current.fingerprint());
                judging.judge(file.id());
            });
            failing.remove(file.id());
            return true;
        } catch (IOException | RuntimeException e) {
            if (failing.add(file.id())) {
                LOG.error("File {} cannot be examined, goes on trying", file.receipt(), e);
            }
            return false;
        }
    }

    private FileFacts facts(Submission file, Anchors.Current current) throws IOException, InterruptedException {
        try {
            return examiner.examine(file.sha256(), file.size(), current.anchors(), file.receivedAt());
        } catch (Unreadable e) {
            return FileFacts.unexamined(
                    file.sha256(), file.size(), file.type(), EvidenceWords.of("notExamined.failed", e.getMessage()));
        }
    }
}
