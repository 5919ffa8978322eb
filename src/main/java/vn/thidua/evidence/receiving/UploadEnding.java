package vn.thidua.evidence.receiving;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import vn.thidua.duty.Duty;
import vn.thidua.evidence.receiving.UploadRefused.Kind;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;

/**
 * What follows the last byte: hashed, screened, kept in the store, and the row last. Every step may be repeated after a crash, and
 * be taken by two nodes at once; the instant of receipt stands since the last byte.
 */
@Service
public class UploadEnding {
    private static final Logger LOG = LoggerFactory.getLogger(UploadEnding.class);
    /** A dead node's uploads are ended by another after this. A slow node loses nothing by it: the row is written once. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    static final String BEING_CHECKED =
            "Máy chủ đã nhận đủ tệp và đang kiểm tra. Thời điểm nhận đã được ghi; xem lại sau ít phút.";

    private final UploadRepository uploads;
    private final SubmissionRepository files;
    private final EndingSteps steps;
    /** What this node is ending now, however long that takes. */
    private final Set<UUID> here = ConcurrentHashMap.newKeySet();

    UploadEnding(UploadRepository uploads, SubmissionRepository files, EndingSteps steps) {
        this.uploads = uploads;
        this.files = files;
        this.steps = steps;
    }

    /**
     * Its last byte had come, but what came may not stand. Told within the transaction that refuses it, under the duty's lock.
     *
     * @param duty as it stood before
     */
    public record Refused(Duty duty, Upload upload) {}

    /** Ends what was received and not ended: a crash in between, a store or a virus check that was away. */
    public void endLeftOver() {
        for (UUID id : uploads.unended()) {
            try {
                end(id);
            } catch (UploadRefused e) {
                LOG.debug("Upload {}: {}", id, e.kind());
            } catch (IOException | RuntimeException e) {
                LOG.warn("Upload {} was received and cannot be ended yet", id, e);
            }
        }
    }

    /**
     * @throws UploadRefused {@code CONTENT} if the file may not come in, {@code STORAGE} if it cannot be ended now and will be later
     */
    Submission end(UUID id) throws IOException {
        if (!here.add(id)) {
            return endedElsewhere(id);
        }
        boolean ended = false;
        try {
            if (!uploads.claimEnding(id, CLAIM)) {
                ended = true;
                return endedElsewhere(id);
            }
            Optional<Submission> file = steps.carryOut(uploads.find(id).orElseThrow());
            ended = true;
            return file.orElseGet(() -> endedElsewhere(id));
        } finally {
            here.remove(id);
            if (!ended) {
                uploads.unclaim(id);
            }
        }
    }

    private Submission endedElsewhere(UUID id) {
        Upload upload = uploads.find(id)
                .orElseThrow(() -> new UploadRefused(Kind.GONE, "Lượt tải lên này không còn trên máy chủ."));
        if (upload.refused() != null) {
            throw new UploadRefused(Kind.CONTENT, upload.refused());
        }
        Long submission = upload.submissionId();
        if (submission == null) {
            throw new UploadRefused(Kind.STORAGE, BEING_CHECKED);
        }
        return files.get(submission);
    }
}
