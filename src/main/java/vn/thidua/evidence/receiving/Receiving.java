package vn.thidua.evidence.receiving;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyJournal;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyService;
import vn.thidua.duty.Seats;
import vn.thidua.duty.TooLate;
import vn.thidua.evidence.DutyDocuments;
import vn.thidua.evidence.EvidenceProperties;
import vn.thidua.evidence.receiving.UploadRefused.Kind;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.evidence.submission.SubmissionRepository;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;

/**
 * Takes files in: begun, continued from where they stopped, received with the last byte, then ended ({@link UploadEnding}). Nothing
 * is held in memory, and what was received in time is in time however long the rest takes (rules.md, "Deadlines"; S0-16).
 */
@Service
public class Receiving {
    private final UploadRepository uploads;
    private final Incoming incoming;
    private final UploadEnding ending;
    private final DutyRepository duties;
    private final DutyService service;
    private final DutyDocuments documents;
    private final SubmissionRepository files;
    private final Journal journal;
    private final EvidenceProperties properties;
    private final TransactionTemplate transactions;
    /** Uploads that a request on this node writes or ends now: one for each. */
    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();

    Receiving(
            UploadRepository uploads,
            Incoming incoming,
            UploadEnding ending,
            DutyRepository duties,
            DutyService service,
            DutyDocuments documents,
            SubmissionRepository files,
            Journal journal,
            EvidenceProperties properties,
            TransactionTemplate transactions) {
        this.uploads = uploads;
        this.incoming = incoming;
        this.ending = ending;
        this.duties = duties;
        this.service = service;
        this.documents = documents;
        this.files = files;
        this.journal = journal;
        this.properties = properties;
        this.transactions = transactions;
    }

    /**
     * An upload and how far it has come.
     *
     * @param offset bytes that are there
     * @param file what it has become, once it has
     * @param busy whether a request before still writes or ends it, perhaps one over a connection that its sender has long lost; who
     *     sends bytes meanwhile sends them for nothing
     */
    public record Progress(
            Upload upload, long offset, @Nullable Submission file, boolean busy) {}

    /**
     * @param size in bytes
     * @param replaces the submission of which this is a newer version
     * @throws UploadRefused if the file cannot be taken, before a byte was sent
     * @throws DutyRefused if the duty takes no files (any more) or {@code by} holds no seat in it
     */
    public Upload begin(long dutyId, String slot, String name, long size, @Nullable Long replaces, String by) {
        String clean = FileNames.clean(name)
                .orElseThrow(() -> new UploadRefused(
                        Kind.BAD_CALL,
                        "Tên tệp trống, quá dài hoặc có ký tự không hiển thị được. Đổi tên tệp rồi tải lại."));
        requireSize(size, clean);
        return transactions.execute(status -> {
            Duty duty = openFor(dutyId, by);
            if (documents.slot(duty, slot).isEmpty()) {
                throw new UploadRefused(
                        Kind.BAD_CALL, "Việc này không có mục «" + slot + "». Tải lại trang rồi chọn lại mục.");
            }
            if (replaces != null) {
                requireReplaceable(dutyId, slot, replaces);
            }
            uploads.lockQuota(duty.yearId(), duty.key().party());
            long quota = properties.quota().toBytes();
            if (uploads.used(duty.yearId(), duty.key().party()) + size > quota) {
                throw new UploadRefused(
                        Kind.TOO_LARGE,
                        "Đơn vị đã dùng hết dung lượng " + FileSizes.words(quota)
                                + " của năm thi đua. Giảm dung lượng tệp, hoặc đề nghị quản trị hệ thống tăng hạn mức.");
            }
            UUID id = UUID.randomUUID();
            uploads.insert(id, dutyId, slot, clean, size, replaces, by);
            return uploads.find(id).orElseThrow();
        });
    }

    /** How far an upload has come; also after a lost connection, at whatever point it was lost. */
    public Progress progress(UUID id, String by) {
        Upload upload = of(id, by);
        return new Progress(
                upload,
                upload.received() ? upload.size() : incoming.offset(id),
                upload.submissionId() == null ? null : files.get(upload.submissionId()),
                taken.contains(id));
    }

    /**
     * Appends bytes. With the last one the file is received, screened and receipted before this returns; an upload that was received
     * but not ended (a crash) is ended when it is continued with nothing.
     *
     * @param offset where the bytes belong; must be where the upload stands
     * @throws IOException if the connection broke; what had come stays
     */
    public Progress append(UUID id, long offset, InputStream bytes, String by) throws IOException {
        of(id, by);
        if (!taken.add(id)) {
            throw UploadRefused.offset(progress(id, by).offset());
        }
        try {
            // Read only now: whoever wrote it before may have changed it.
            Upload upload = of(id, by);
            if (upload.refused() != null) {
                throw new UploadRefused(Kind.CONTENT, upload.refused());
            }
            if (!upload.received() && !takeBytes(upload, offset, bytes)) {
                return new Progress(upload, incoming.offset(id), null, false);
            }
            Submission file = upload.submissionId() == null ? ending.end(id) : files.get(upload.submissionId());
            return new Progress(of(id, by), upload.size(), file, false);
        } finally {
            taken.remove(id);
        }
    }

    /** Whether the last byte was among them; then the upload is received. */
    private boolean takeBytes(Upload upload, long offset, InputStream bytes) throws IOException {
        try {
            incoming.append(upload.id(), offset, bytes, upload.size());
        } finally {
            uploads.touch(upload.id());
        }
        if (incoming.offset(upload.id()) < upload.size()) {
            return false;
        }
        if (goesOn(bytes)) {
            cancelled(upload.id());
            throw new UploadRefused(
                    Kind.BAD_CALL, "Tệp gửi lên lớn hơn kích thước đã báo nên không nhận. Hãy tải lại tệp.");
        }
        incoming.sync(upload.id());
        received(upload);
        return true;
    }

    /** All bytes are there: that the connection breaks behind them takes nothing from the sender. */
    private static boolean goesOn(InputStream bytes) {
        try {
            return bytes.read() >= 0;
        } catch (IOException broken) {
            return false;
        }
    }

    public void cancel(UUID id, String by) throws IOException {
        of(id, by);
        cancelled(id);
    }

    /** Begun and neither handed in, refused nor given up, by anybody of the party. */
    public List<Progress> open(long dutyId) {
        return uploads.open(dutyId).stream()
                .map(upload -> new Progress(
                        upload,
                        upload.received() ? upload.size() : incoming.offset(upload.id()),
                        null,
                        taken.contains(upload.id())))
                .toList();
    }

    /** Bytes used of the quota of a duty's party in its year. */
    public long used(Duty duty) {
        return uploads.used(duty.yearId(), duty.key().party());
    }

    /** The instant of the receipt. Its transaction is as short as can be: a cut-off waits for it, or it for the cut-off. */
    private void received(Upload upload) throws IOException {
        boolean inTime = Boolean.TRUE.equals(transactions.execute(status -> {
            Duty duty = duties.lock(duties.find(upload.dutyId()).orElseThrow().key());
            boolean lateToo = documents.intake(duty).lateToo();
            return uploads.received(upload.id(), lateToo).isPresent();
        }));
        if (!inTime && !of(upload.id(), upload.by()).received()) {
            Duty duty = duties.find(upload.dutyId()).orElseThrow();
            transactions.executeWithoutResult(status -> DutyJournal.record(
                    journal,
                    JournalEvent.REFUSED,
                    duty,
                    upload.by(),
                    Map.of(
                            "slot",
                            upload.slot(),
                            "file",
                            upload.name(),
                            "deadline",
                            duty.effectiveDeadline().toString())));
            cancelled(upload.id());
            throw new TooLate("Byte cuối của tệp «" + upload.name()
                    + "» đến máy chủ sau thời hạn nên không nhận. Việc tải lên phải xong trước thời hạn.");
        }
    }

    private void cancelled(UUID id) throws IOException {
        if (uploads.delete(id)) {
            incoming.forget(id);
        }
    }

    private void requireSize(long size, String name) {
        long most = properties.fileSize().toBytes();
        if (size < 0) {
            throw new UploadRefused(Kind.BAD_CALL, "Thiếu dung lượng của tệp. Tải lại trang rồi chọn lại tệp.");
        }
        if (size == 0) {
            throw new UploadRefused(
                    Kind.CONTENT, "Tệp «" + name + "» trống (0 byte). Mở tệp kiểm tra, lưu lại rồi tải lên.");
        }
        if (size > most) {
            throw new UploadRefused(
                    Kind.TOO_LARGE,
                    "Tệp «" + name + "» có dung lượng " + FileSizes.beside(most, size) + ", quá mức "
                            + FileSizes.words(most) + " một tệp. Giảm dung lượng ảnh quét hoặc tách thành nhiều tệp.");
        }
    }

    private void requireReplaceable(long dutyId, String slot, long replaces) {
        boolean stands = files.find(replaces)
                .filter(f -> f.dutyId() == dutyId && f.slot().equals(slot) && f.current())
                .isPresent();
        if (!stands) {
            throw new UploadRefused(
                    Kind.BAD_CALL, "Tệp cần thay không còn hiệu lực. Tải lại trang để xem tình trạng hiện tại.");
        }
    }

    private Duty openFor(long dutyId, String by) {
        Duty duty = duties.find(dutyId)
                .orElseThrow(() ->
                        new DutyRefused("Việc này không còn trong năm thi đua. Tải lại trang để xem việc hiện có."));
        service.requireSeat(duty.key(), Seats.Stage.SUBMIT, by);
        DutyDocuments.Intake intake = documents.intake(duty);
        if (!intake.open()) {
            throw new TooLate(intake.notice());
        }
        return duty;
    }

    /** Colleagues of the same party may go on with what one of them began; to others it is not there. */
    private Upload of(UUID id, String by) {
        return uploads.find(id)
                .filter(upload -> service.holdsSeat(
                        duties.find(upload.dutyId()).orElseThrow().key(), Seats.Stage.SUBMIT, by))
                .orElseThrow(() -> new UploadRefused(
                        Kind.GONE, "Lượt tải lên này không còn trên máy chủ. Hãy tải lại tệp từ đầu."));
    }
}
