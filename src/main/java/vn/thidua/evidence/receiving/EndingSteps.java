package vn.thidua.evidence.receiving;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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

/** Screened, hashed, kept, and the row last; each step may be repeated, and be taken by two nodes at once. */
@Component
class EndingSteps {
    private static final Logger LOG = LoggerFactory.getLogger(EndingSteps.class);

    private final UploadRepository uploads;
    private final Incoming incoming;
    private final Examiner examiner;
    private final VirusCheck virusCheck;
    private final FileStore store;
    private final Submissions submissions;
    private final DutyRepository duties;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    EndingSteps(
            UploadRepository uploads,
            Incoming incoming,
            Examiner examiner,
            VirusCheck virusCheck,
            FileStore store,
            Submissions submissions,
            DutyRepository duties,
            Journal journal,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.uploads = uploads;
        this.incoming = incoming;
        this.examiner = examiner;
        this.virusCheck = virusCheck;
        this.store = store;
        this.submissions = submissions;
        this.duties = duties;
        this.journal = journal;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * @return what was handed in; empty where another has ended it meanwhile
     * @throws UploadRefused {@code CONTENT} if the file may not come in, {@code STORAGE} if it cannot be ended now and will be later
     */
    Optional<Submission> carryOut(Upload upload) throws IOException {
        if (incoming.has(upload.id())) {
            Screening screening = screen(upload);
            String sha256 = incoming.sha256(upload.id());
            screened(upload, sha256, screening.type());
            keep(upload, sha256);
            return handIn(upload, sha256, screening.type());
        }
        // Read again: another node may just have come as far as the store.
        Upload now = uploads.find(upload.id()).orElseThrow();
        String sha256 = now.sha256();
        FileType type = now.type();
        if (sha256 == null || type == null || !store.has(sha256)) {
            throw refuse(upload, "Máy chủ không còn giữ được nội dung tệp (sự cố lưu trữ). Hãy tải lại tệp.");
        }
        return handIn(upload, sha256, type);
    }

    /** Said before the store has the bytes, under the sweep's lock: either it has swept already, or it sees that they are wanted. */
    private void screened(Upload upload, String sha256, FileType type) {
        transactions.executeWithoutResult(status -> {
            lockHash(sha256);
            uploads.screened(upload.id(), sha256, type);
        });
    }

    private void keep(Upload upload, String sha256) {
        try {
            store.keep(sha256, incoming.file(upload.id()));
        } catch (IOException e) {
            LOG.error("The store does not take upload {}; it will be tried again", upload.id(), e);
            throw new UploadRefused(
                    Kind.STORAGE,
                    "Máy chủ đã nhận đủ tệp và đã ghi thời điểm nhận, nhưng chưa cất được tệp. Hệ thống tự làm lại và cấp biên nhận"
                            + " theo thời điểm đã ghi; không cần tải lại tệp.");
        }
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

    private Optional<Submission> handIn(Upload upload, String sha256, FileType type) {
        return Objects.requireNonNull(transactions.execute(status -> {
            lockHash(sha256);
            if (uploads.lock(upload.id()).filter(u -> !u.ended()).isEmpty()) {
                return Optional.empty();
            }
            requireKept(sha256);
            Submission received = submissions.receive(new SubmissionRepository.Received(
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
            uploads.handedIn(upload.id(), received.id());
            return Optional.of(received);
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
        transactions.executeWithoutResult(status -> {
            Duty duty = duties.lock(duties.find(upload.dutyId()).orElseThrow().key());
            if (!uploads.refused(upload.id(), why)) {
                throw new UploadRefused(Kind.STORAGE, UploadEnding.BEING_CHECKED);
            }
            DutyJournal.record(
                    journal,
                    JournalEvent.REFUSED,
                    duty,
                    upload.by(),
                    Map.of("slot", upload.slot(), "file", upload.name(), "reason", why));
            events.publishEvent(new UploadEnding.Refused(duty, upload));
        });
        try {
            incoming.forget(upload.id());
        } catch (IOException e) {
            LOG.warn("The bytes of the refused upload {} are left to the sweep", upload.id(), e);
        }
        return new UploadRefused(Kind.CONTENT, why);
    }
}
