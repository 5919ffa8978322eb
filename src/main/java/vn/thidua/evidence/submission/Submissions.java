package vn.thidua.evidence.submission;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyJournal;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyService;
import vn.thidua.duty.Seats;
import vn.thidua.duty.TooLate;
import vn.thidua.evidence.DutyDocuments;
import vn.thidua.evidence.Slot;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;

/** The only way in to what was handed in: receipting, replacing, withdrawing, citing, and answering that there is nothing to add. */
@Service
public class Submissions {
    private static final int LONGEST = 300;

    private final SubmissionRepository files;
    private final DutyRepository duties;
    private final DutyService service;
    private final DutyDocuments documents;
    private final FileJournal fileJournal;
    private final Journal journal;
    private final Judging judging;
    private final TimeSource time;
    private final JdbcClient jdbc;

    Submissions(
            SubmissionRepository files,
            DutyRepository duties,
            DutyService service,
            DutyDocuments documents,
            FileJournal fileJournal,
            Journal journal,
            Judging judging,
            TimeSource time,
            JdbcClient jdbc) {
        this.files = files;
        this.duties = duties;
        this.service = service;
        this.documents = documents;
        this.fileJournal = fileJournal;
        this.journal = journal;
        this.judging = judging;
        this.time = time;
        this.jdbc = jdbc;
    }

    /** The receipt: a file has come in whole. A version in time takes the place of the one before, a late one stands beside it. */
    @Transactional
    public Submission receive(SubmissionRepository.Received received) {
        Duty duty = duties.find(received.dutyId()).orElseThrow();
        Submission file = files.get(files.insert(standing(received)));
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("size", file.size());
        more.put("receivedAt", file.receivedAt().toString());
        more.put("deadline", file.measuredAgainst().toString());
        more.put("inTime", file.inTime());
        if (file.replaces() != null) {
            more.put("replaces", files.get(file.replaces()).receipt());
            if (file.inTime()) {
                files.state(file.replaces(), Submission.State.REPLACED, file.by(), "Thay bằng " + file.receipt());
                judging.gone(file.replaces());
            }
        }
        if (file.inTime() && removeDecline(duty, file.slot())) {
            declineJournalled(duty, file.slot(), false, file.by());
        }
        fileJournal.record(JournalEvent.RECEIVED, duty, file, file.by(), more);
        return file;
    }

    /** What was to be replaced may have been, or have been withdrawn, while this one was on its way: then it is one more. */
    private SubmissionRepository.Received standing(SubmissionRepository.Received received) {
        Long replaces = received.replaces();
        return replaces == null || files.lock(replaces).current() ? received : received.beside();
    }

    /** @throws TooLate after the deadline: what was handed in stays */
    @Transactional
    public Submission withdraw(long id, String by, String reason) {
        Submission file = files.lock(id);
        Duty duty = changeable(file, by);
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new DutyRefused("Ghi lý do rút lại (không quá " + LONGEST + " ký tự).");
        }
        files.state(id, Submission.State.WITHDRAWN, by, reason.strip());
        judging.gone(id);
        fileJournal.record(JournalEvent.WITHDRAWN, duty, file, by, Map.of("reason", reason.strip()));
        return files.get(id);
    }

    /** The unit confirms number, issue date and issuer; the file is judged by them from then on. */
    @Transactional
    public Submission cite(
            long id, String by, @Nullable String number, @Nullable LocalDate issued, @Nullable String issuer) {
        Submission file = files.lock(id);
        Duty duty = citable(file, by);
        if (issued != null && issued.isAfter(Vietnam.dateOf(time.now()))) {
            throw new DutyRefused(
                    "Ngày ban hành " + Vietnam.date(issued) + " ở sau hôm nay. Kiểm tra lại ngày ghi trên văn bản.");
        }
        files.cite(id, new Submission.Citation(text(number), issued, text(issuer), by));
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("number", text(number) == null ? "" : text(number));
        more.put("issued", issued == null ? "" : issued.toString());
        more.put("issuer", text(issuer) == null ? "" : text(issuer));
        fileJournal.record(JournalEvent.CITED, duty, file, by, more);
        judging.judge(id);
        return files.get(id);
    }

    /** "Không bổ sung" for one line, or taking that back. */
    @Transactional
    public void decline(long dutyId, String slotCode, boolean declined, String by) {
        Duty duty = requireInTime(duties.find(dutyId).orElseThrow(Submissions::gone), by);
        Slot slot = documents
                .slot(duty, slotCode)
                .filter(Slot::mayDecline)
                .orElseThrow(() -> new DutyRefused("Mục này không có lựa chọn «không bổ sung»."));
        if (declined
                && files.ofDuty(dutyId).stream()
                        .anyMatch(f -> f.current() && f.slot().equals(slotCode))) {
            throw new DutyRefused(
                    "Mục «" + slot.title() + "» đã có tệp. Rút lại tệp trước nếu đơn vị quyết định không bổ sung.");
        }
        boolean changed = declined
                ? jdbc.sql("INSERT INTO declined_slot (duty_id, slot, by_whom) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                                .params(dutyId, slotCode, by)
                                .update()
                        == 1
                : removeDecline(duty, slotCode);
        if (changed) {
            declineJournalled(duty, slotCode, declined, by);
        }
    }

    private void declineJournalled(Duty duty, String slot, boolean declined, String by) {
        JournalEvent event = declined ? JournalEvent.DECLINED : JournalEvent.WITHDRAWN;
        DutyJournal.record(journal, event, duty, by, Map.of("slot", slot, "declined", declined));
    }

    public List<String> declined(long dutyId) {
        return jdbc.sql("SELECT slot FROM declined_slot WHERE duty_id = ?")
                .param(dutyId)
                .query(String.class)
                .list();
    }

    /** Who answered "không bổ sung" last; null where nobody has. */
    public @Nullable String lastDecliner(long dutyId) {
        return jdbc.sql("SELECT by_whom FROM declined_slot WHERE duty_id = ? ORDER BY at DESC LIMIT 1")
                .param(dutyId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private boolean removeDecline(Duty duty, String slot) {
        return jdbc.sql("DELETE FROM declined_slot WHERE duty_id = ? AND slot = ?")
                        .params(duty.id(), slot)
                        .update()
                == 1;
    }

    private Duty changeable(Submission file, String by) {
        Duty duty = requireInTime(duties.find(file.dutyId()).orElseThrow(), by);
        requireCurrent(file);
        return duty;
    }

    /** What came in time is judged by what was said in time; a late file is explained when it comes. */
    private Duty citable(Submission file, String by) {
        Duty found = duties.find(file.dutyId()).orElseThrow();
        requireCurrent(file);
        if (files.anyRuling(file.id())) {
            throw new DutyRefused(
                    "Đã có quyết định về tệp này theo số, ký hiệu, ngày ban hành đã xác nhận nên không sửa được nữa."
                            + " Nếu có sai sót, nộp tệp thay thế trước thời hạn.");
        }
        return file.inTime() ? requireInTime(found, by) : requireOpen(found, by);
    }

    private static void requireCurrent(Submission file) {
        if (!file.current()) {
            throw new DutyRefused("Tệp này đã được thay hoặc đã rút lại. Tải lại trang để xem tình trạng hiện tại.");
        }
    }

    private Duty requireInTime(Duty found, String by) {
        Duty duty = requireOpen(found, by);
        if (!time.now().isBefore(duty.effectiveDeadline())) {
            throw new TooLate("Đã hết hạn nên không thay đổi được nữa; những gì đã nộp được giữ nguyên.");
        }
        return duty;
    }

    private Duty requireOpen(Duty found, String by) {
        service.requireSeat(found.key(), Seats.Stage.SUBMIT, by);
        Duty duty = duties.lock(found.key());
        DutyDocuments.Intake intake = documents.intake(duty);
        if (!intake.open()) {
            throw new DutyRefused(intake.notice());
        }
        return duty;
    }

    private static DutyRefused gone() {
        return new DutyRefused("Việc này không còn trong năm thi đua. Tải lại trang để xem việc hiện có.");
    }

    private static @Nullable String text(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.strip().length() > LONGEST) {
            throw new DutyRefused("Nội dung quá dài (tối đa " + LONGEST + " ký tự).");
        }
        return given.strip();
    }
}
