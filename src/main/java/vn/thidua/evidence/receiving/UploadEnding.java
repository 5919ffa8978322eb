package vn.thidua.evidence.receiving;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyJournal;
import vn.thidua.duty.DutyRepository;
import vn.thidua.evidence.FileType;
import vn.thidua.evidence.Screening;
import vn.thidua.evidence.receiving.UploadRefused.Kind;
import vn.thidua.evidence.store.FileStore;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.evidence.submission.Submissions;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;

/**
 * What follows the last byte: hashed, screened, kept in the store, and the row last. Every step may be repeated after a crash; the
 * instant of receipt stands since the last byte.
 */
@Service
public class UploadEnding {
    private static final Logger LOG = LoggerFactory.getLogger(UploadEnding.class);
    /** Longer than hashing, screening and keeping one file can take. */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    private final UploadRepository uploads;
    private final Incoming incoming;
    private final Examiner examiner;
    private final VirusCheck virusCheck;
    private final FileStore store;
    private final Submissions submissions;
    private final SubmissionRepository files;
    private final DutyRepository duties;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    UploadEnding(
            UploadRepository uploads,
            Incoming incoming,
            Examiner examiner,
            VirusCheck virusCheck,
            FileStore store,
            Submissions submissions,
            SubmissionRepository files,
            DutyRepository duties,
            Journal journal,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.uploads = uploads;
        this.incoming = incoming;
        this.examiner = examiner;
        this.virusCheck = virusCheck;
        this.store = store;
        this.submissions = submissions;
        this.files = files;
        this.duties = duties;
        this.journal = journal;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Ends what was received and not ended: a crash in between, a store or a virus check that was away. */
    public void endLeftOver() {
        for (UUID id : uploads.unended()) {
            try {
                end(id);
            } catch (UploadRefused e) {
                LOG.info("Upload {}: {}", id, e.kind());
            } catch (IOException | RuntimeException e) {
                LOG.warn("Upload {} was received and cannot be ended yet", id, e);
            }
        }
    }

    /**
     * @throws UploadRefused {@code CONTENT} if the file may not come in, {@code STORAGE} if it cannot be ended now and will be later
     */
    Submission end(UUID id) throws IOException {
        if (!uploads.claimEnding(id, CLAIM)) {
            return endedElsewhere(id);
        }
        boolean ended = false;
        try {
            Submission file = end(uploads.find(id).orElseThrow());
            ended = true;
            return file;
        } finally {
            if (!ended) {
                uploads.unclaim(id);
            }
        }
    }

    private Submission end(Upload upload) throws IOException {
        if (incoming.has(upload.id())) {
            Screening screening = screen(upload);
            String sha256 = incoming.sha256(upload.id());
            uploads.screened(upload.id(), sha256, screening.type());
            store.keep(sha256, incoming.file(upload.id()));
            return handIn(upload, sha256, screening.type());
        }
        String sha256 = upload.sha256();
        FileType type = upload.type();
        if (sha256 == null || type == null || !store.has(sha256)) {
            throw refuse(upload, "Máy chủ không còn giữ được nội dung tệp (sự cố lưu trữ). Hãy tải lại tệp.");
        }
        return handIn(upload, sha256, type);
    }

    private Screening screen(Upload upload) throws IOException {
        Optional<VirusCheck.Problem> problem = virusCheck.problem(incoming.file(upload.id()));
        if (problem.isPresent()) {
            throw problem.get().refusal()
                    ? refuse(upload, problem.get().message())
                    : new UploadRefused(Kind.STORAGE, problem.get().message());
        }
        try {
            Screening screening = examiner.screen(incoming.file(upload.id()));
            if (!screening.refusals().isEmpty()) {
                throw refuse(
                        upload, "Không nhận tệp «" + upload.name() + "»: " + String.join(" ", screening.refusals()));
            }
            return screening;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Submission handIn(Upload upload, String sha256, FileType type) {
        return Objects.requireNonNull(transactions.execute(status -> {
            lockHash(sha256);
            requireKept(sha256);
            Submission file = submissions.receive(new SubmissionRepository.Received(
                    upload.dutyId(),
                    upload.slot(),
                    upload.name(),
                    sha256,
                    upload.size(),
                    type,
                    Objects.requireNonNull(upload.receivedAt()),
                    Objects.requireNonNull(upload.measuredAgainst()),
                    Boolean.TRUE.equals(upload.inTime()),
                    upload.by(),
                    upload.replaces()));
            uploads.handedIn(upload.id(), file.id());
            return file;
        }));
    }

    /** The sweep takes the same lock, so what it sweeps is never what a row is just being written about. */
    private void lockHash(String sha256) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 8))::text")
                .param(sha256)
                .query()
                .singleValue();
    }

    private void requireKept(String sha256) {
        try {
            if (!store.has(sha256)) {
                throw new IllegalStateException("the store has lost " + sha256);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private UploadRefused refuse(Upload upload, String why) {
        Duty duty = duties.find(upload.dutyId()).orElseThrow();
        transactions.executeWithoutResult(status -> {
            uploads.refused(upload.id(), why);
            DutyJournal.record(
                    journal,
                    JournalEvent.REFUSED,
                    duty,
                    upload.by(),
                    Map.of("slot", upload.slot(), "file", upload.name(), "reason", why));
        });
        try {
            incoming.forget(upload.id());
        } catch (IOException e) {
            LOG.warn("The bytes of the refused upload {} are left to the sweep", upload.id(), e);
        }
        return new UploadRefused(Kind.CONTENT, why);
    }

    private Submission endedElsewhere(UUID id) {
        Upload upload = uploads.find(id)
                .orElseThrow(() -> new UploadRefused(Kind.GONE, "Lượt tải lên này không còn trên máy chủ."));
        if (upload.refused() != null) {
            throw new UploadRefused(Kind.CONTENT, upload.refused());
        }
        Long submission = upload.submissionId();
        if (submission == null) {
            throw new UploadRefused(
                    Kind.STORAGE,
                    "Máy chủ đã nhận đủ tệp và đang kiểm tra. Thời điểm nhận đã được ghi; xem lại sau ít phút.");
        }
        return files.get(submission);
    }
}
