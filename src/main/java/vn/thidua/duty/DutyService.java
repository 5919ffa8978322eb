package vn.thidua.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.calendar.TimeSource;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/**
 * The only way in to duties and their receipts: handing in, taking back, accepting and returning. All of it is journalled,
 * nothing is edited, and the database's clock decides what is in time.
 */
@Service
public class DutyService {
    private final DutyRepository duties;
    private final YearStore years;
    private final Journal journal;
    private final DutyNotices notices;
    private final SeatHolders holders;
    private final TimeSource time;
    private final TransactionTemplate apart;

    DutyService(
            DutyRepository duties,
            YearStore years,
            Journal journal,
            DutyNotices notices,
            SeatHolders holders,
            TimeSource time,
            PlatformTransactionManager transactions) {
        this.duties = duties;
        this.years = years;
        this.journal = journal;
        this.notices = notices;
        this.holders = holders;
        this.time = time;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The duty comes into being; asking again changes nothing. */
    @Transactional
    public Duty open(DutyKey key, Instant deadline, Map<String, Object> detail) {
        boolean opened = duties.insert(key, deadline, detail);
        Duty duty = duties.get(key);
        if (opened) {
            journal(JournalEvent.TASK_OPENED, duty, "system", Map.of());
            notices.opened(duty);
        }
        return duty;
    }

    /**
     * Stores an answer and gives its receipt.
     *
     * @throws TooLate where the deadline has come and the duty does not stay open; the refusal is journalled
     * @throws DutyRefused where the duty is over, or {@code by} holds no seat in it
     */
    @Transactional
    public Receipt deliver(DutyKey key, String by, boolean declined, Map<String, Object> answers) {
        requireSeat(key, Seats.Stage.SUBMIT, by);
        Duty duty = duties.lock(key);
        boolean lateAllowed = key.type().staysOpen() != StaysOpen.NO;
        Optional<Receipt> stored = duty.state() == Duty.State.CLOSED
                ? Optional.empty()
                : duties.insertReceipt(duty, by, declined, answers, lateAllowed);
        if (stored.isEmpty()) {
            refused(duty, by);
            throw new TooLate(notices.tooLate(duty));
        }
        Receipt receipt = stored.get();
        duties.state(duty, declined ? Duty.State.DECLINED : Duty.State.DELIVERED);
        JournalEvent event = declined
                ? JournalEvent.DECLINED
                : receipt.inTime() ? JournalEvent.DELIVERED : JournalEvent.DELIVERED_LATE;
        journal(
                event,
                duty,
                by,
                Map.of(
                        "receipt",
                        receipt.number(),
                        "receivedAt",
                        receipt.receivedAt().toString()));
        notices.received(duty, receipt);
        return receipt;
    }

    /**
     * A duty is delivered by its files alone, at its cut-off: all that is required came in time, and nobody pressed Complete
     * (rules.md, "Deadlines"). The receipt bears the instant of the last file.
     */
    @Transactional
    public Receipt deliverByFiles(Duty duty, String by, boolean declined) {
        Receipt receipt = duties.insertReceiptOfFiles(duty, by, declined);
        duties.state(duty, declined ? Duty.State.DECLINED : Duty.State.DELIVERED);
        journal(
                declined ? JournalEvent.DECLINED : JournalEvent.DELIVERED,
                duty,
                by,
                Map.of(
                        "receipt",
                        receipt.number(),
                        "receivedAt",
                        receipt.receivedAt().toString(),
                        "byFiles",
                        true));
        notices.received(duty, receipt);
        return receipt;
    }

    /** The unit takes back what it handed in, to hand in anew; the receipt stays on record. */
    @Transactional
    public void withdraw(DutyKey key, String by, String reason) {
        requireSeat(key, Seats.Stage.WITHDRAW, by);
        Duty duty = duties.lock(key);
        Receipt receipt = requireReceived(duty);
        if (!time.now().isBefore(duty.deadlineAt())) {
            throw new TooLate("Đã hết hạn nên không rút lại được nữa; bản đã nộp theo biên nhận " + receipt.number()
                    + " được giữ nguyên.");
        }
        duties.settle(receipt, "WITHDRAWN", by, reason);
        duties.mendUntil(duty, null);
        duties.state(duty, Duty.State.OPEN);
        journal(JournalEvent.WITHDRAWN, duty, by, Map.of("receipt", receipt.number(), "reason", reason));
        notices.withdrawn(duty, receipt, reason);
    }

    @Transactional
    public void accept(DutyKey key, String by, String remarks) {
        requireSeat(key, Seats.Stage.REVIEW, by);
        Duty duty = duties.lock(key);
        Receipt receipt = requireReceived(duty);
        duties.settle(receipt, "ACCEPTED", by, remarks);
        if (duty.state() == Duty.State.DELIVERED) {
            duties.state(duty, Duty.State.ACCEPTED);
        }
        journal(JournalEvent.ACCEPTED, duty, by, Map.of("receipt", receipt.number(), "remarks", remarks));
        notices.accepted(duty, receipt, by);
    }

    /**
     * Returns what was handed in, with a reason. Where less than one working day is left, the unit may mend the findings
     * until the same hour of the next working day and counts as in time.
     *
     * @throws TooLate after the deadline: then findings are recorded and nothing is returned
     */
    @Transactional
    public void giveBack(DutyKey key, String by, String reason) {
        requireSeat(key, Seats.Stage.REVIEW, by);
        Duty duty = duties.lock(key);
        Receipt receipt = requireReceived(duty);
        Instant now = time.now();
        if (!now.isBefore(duty.deadlineAt())) {
            throw new TooLate(
                    "Đã hết hạn nên không trả lại được nữa. Hãy tiếp nhận, hoặc ghi ý kiến ở việc «Ghi ý kiến sau hạn».");
        }
        Plan plan = years.plan(key.yearId());
        Map<String, Object> detail = new HashMap<>(Map.of("receipt", receipt.number(), "reason", reason));
        if (plan.calendar().lessThanOneWorkingDayLeft(now, duty.deadlineAt())) {
            Instant until = plan.calendar().sameHourNextWorkingDay(now);
            duties.mendUntil(duty, until);
            detail.put("mendUntil", until.toString());
        }
        duties.settle(receipt, "RETURNED", by, reason);
        duties.state(duty, Duty.State.OPEN);
        journal(JournalEvent.RETURNED, duty, by, detail);
        notices.returned(duties.get(key), receipt, by, reason);
    }

    /** After the deadline: what was found is recorded; what was handed in counts as received (rules.md, issue text "Deadlines"). */
    @Transactional
    public void findings(DutyKey key, String by, String findings) {
        requireSeat(key, Seats.Stage.FINDINGS, by);
        Duty duty = duties.lock(key);
        Receipt receipt = requireReceived(duty);
        duties.settle(receipt, "ACCEPTED", by, findings);
        if (duty.state() == Duty.State.DELIVERED) {
            duties.state(duty, Duty.State.ACCEPTED);
        }
        journal(JournalEvent.ACCEPTED, duty, by, Map.of("receipt", receipt.number(), "findings", findings));
        if (findings.isBlank()) {
            notices.accepted(duty, receipt, by);
        } else {
            notices.findings(duty, receipt, by, findings);
        }
    }

    /** @throws NoSeat unless {@code by} holds a seat in this stage of the duty today; administrators hold none */
    public void requireSeat(DutyKey key, Seats.Stage stage, String by) {
        if (!holdsSeat(key, stage, by)) {
            throw new NoSeat("Tài khoản «" + by + "» không giữ chức năng được giao việc này trong năm thi đua "
                    + key.yearId() + ". Đề nghị chuyển cho người phụ trách của đơn vị.");
        }
    }

    public boolean holdsSeat(DutyKey key, Seats.Stage stage, String by) {
        Plan plan = years.plan(key.yearId());
        List<Person> people = new ArrayList<>(holders.of(plan, key, stage));
        if (key.type() == DutyType.PAPER_ENTRY
                && duties.find(key).map(d -> d.outcome() != null).orElse(false)) {
            people.addAll(Seats.people(plan, List.of(Seats.standingAgency(plan)), time.now()));
        }
        return people.stream().anyMatch(p -> p.id().equals(by));
    }

    private static Receipt receipt(Optional<Receipt> current) {
        return current.orElseThrow(() ->
                new DutyRefused("Chưa có bản nộp nào đang có hiệu lực. Tải lại trang để xem tình trạng hiện tại."));
    }

    private Receipt requireReceived(Duty duty) {
        if (duty.state() == Duty.State.CLOSED || !duty.received()) {
            throw new DutyRefused(
                    "Việc này đã khép lại hoặc bản nộp đã được rút, trả lại. Tải lại trang để xem tình trạng hiện tại.");
        }
        return receipt(duties.current(duty));
    }

    private void refused(Duty duty, String by) {
        apart.executeWithoutResult(status -> journal(
                JournalEvent.REFUSED,
                duty,
                by,
                Map.of("deadline", duty.effectiveDeadline().toString())));
    }

    private void journal(JournalEvent event, Duty duty, String by, Map<String, Object> detail) {
        DutyJournal.record(journal, event, duty, by, detail);
    }
}
