package vn.thidua.duty.comment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.calendar.WorkingCalendar;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.TooLate;
import vn.thidua.duty.form.FreeText;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/**
 * Comment rounds on drafts: the leader lays a draft before the members until an instant, each comments or says that it has nothing to
 * say, the leader takes up or explains (S1-14). A round ends when all have answered, at its instant at the latest.
 */
@Service
public class CommentRounds {
    /** Characters of a comment, an answer or a reason. */
    public static final int LONGEST = 4000;

    private final CommentStore store;
    private final CommentReading reading;
    private final CommentNotices notices;
    private final CommentSubjects subjects;
    private final RoundProcess process;
    private final YearStore years;
    private final Journal journal;
    private final TimeSource time;

    CommentRounds(
            CommentStore store,
            CommentReading reading,
            CommentNotices notices,
            CommentSubjects subjects,
            RoundProcess process,
            YearStore years,
            Journal journal,
            TimeSource time) {
        this.store = store;
        this.reading = reading;
        this.notices = notices;
        this.subjects = subjects;
        this.process = process;
        this.years = years;
        this.journal = journal;
        this.time = time;
    }

    /**
     * Lays the draft before all members other than the leader.
     *
     * @param endsAt at least one working day ahead, and before what the draft is due for as long as there is that much time
     * @throws DutyRefused where that is not so, or a round is open; {@link vn.thidua.duty.NoSeat} unless {@code by} drafts
     */
    @Transactional
    public CommentRound open(String yearId, String subjectCode, Instant endsAt, String by) {
        Plan plan = running(yearId);
        CommentSeats.requireAuthor(plan, by, time.now());
        CommentSubject subject = subjects.get(subjectCode);
        reading.open(yearId, subjectCode).ifPresent(open -> {
            throw new DutyRefused(
                    "Đang lấy ý kiến đến trước " + Vietnam.words(open.endsAt()) + "; không mở đợt khác được.");
        });
        requireEnoughTime(plan, subject, endsAt);
        // A round whose time has come is over, whether or not its process has noticed.
        store.notClosed(yearId).stream()
                .filter(round -> round.subject().equals(subjectCode))
                .forEach(round -> timeOver(round.key()));
        CommentRound round = store.open(yearId, subjectCode, subject.layBefore(yearId, by), endsAt, by);
        record(
                round,
                JournalEvent.COMMENTS_OPENED,
                null,
                by,
                Map.of("version", round.version(), "ends", endsAt.toString()));
        notices.opened(round, subject);
        process.begin(round.key());
        return round;
    }

    /** @throws TooLate where the round is over; {@link vn.thidua.duty.NoSeat} unless {@code by} speaks for a unit that is asked */
    @Transactional
    public void comment(String yearId, String subjectCode, @Nullable String place, @Nullable String text, String by) {
        Plan plan = running(yearId);
        String unit = CommentSeats.requireUnit(plan, by, time.now());
        CommentRound round = reading.open(yearId, subjectCode).orElseThrow(CommentRounds::over);
        comment(round, unit, place == null ? "" : place, text, by);
    }

    /**
     * A unit says that this is all, perhaps with a last comment on the whole draft.
     *
     * @param nothing it has nothing to say
     * @throws DutyRefused where that is not so, or where something was to be said and nothing was; {@link TooLate} after the round
     */
    @Transactional
    public void said(RoundKey key, boolean nothing, @Nullable String text, String by) {
        Plan plan = running(key.yearId());
        String unit = CommentSeats.requireUnit(plan, by, time.now());
        CommentRound round = reading.get(key);
        store.lock(round.id());
        boolean more = text != null && !text.isBlank();
        long own = reading.comments(round).stream()
                .filter(c -> c.party().equals(unit))
                .count();
        if (nothing && (own > 0 || more)) {
            throw new DutyRefused("Đơn vị đã có ý kiến; chọn «Đơn vị có ý kiến» thay cho «Không có ý kiến».");
        }
        if (!nothing && own == 0 && !more) {
            throw new DutyRefused(
                    "Đơn vị chưa có ý kiến nào. Góp ý ở từng dòng trên trang dự thảo, viết ý kiến chung, hoặc chọn «Không có ý kiến».");
        }
        if (more) {
            comment(round, unit, "", text, by);
        }
        if (!store.word(round.id(), unit, nothing, by)) {
            throw over();
        }
        record(round, JournalEvent.COMMENTED, unit, by, Map.of("nothing", nothing));
        if (reading.silent(round).isEmpty()) {
            close(round, CommentRound.Closing.ALL_ANSWERED, Journal.SYSTEM, "");
        }
    }

    /**
     * The leader answers a comment; another answer takes the place of the one before.
     *
     * @param text may be empty where the comment is taken up
     */
    @Transactional
    public void answer(String yearId, long comment, boolean accepted, @Nullable String text, String by) {
        requireAuthor(yearId, by);
        CommentRound round = store.roundOf(comment)
                .filter(r -> r.yearId().equals(yearId))
                .orElseThrow(() -> new DutyRefused("Ý kiến này không còn. Tải lại trang."));
        reading.comments(round).stream()
                .filter(c -> c.id() == comment)
                .forEach(c -> answer(round, c, accepted, text, by));
        if (allAnswered(round)) {
            process.answered(round.key());
        }
    }

    /** One answer to all comments that have none yet, in the task that asks for it. */
    @Transactional
    public void answerRest(RoundKey key, boolean accepted, @Nullable String text, String by) {
        requireAuthor(key.yearId(), by);
        CommentRound round = reading.get(key);
        reading.comments(round).stream()
                .filter(c -> c.answer() == null)
                .forEach(c -> answer(round, c, accepted, text, by));
    }

    private void answer(CommentRound round, Comment comment, boolean accepted, @Nullable String text, String by) {
        String said = accepted
                ? FreeText.optional(text, "Nội dung tiếp thu", LONGEST)
                : FreeText.required(text, "Nội dung giải trình", LONGEST);
        store.answer(comment.id(), accepted, said, by);
        record(
                round,
                JournalEvent.COMMENT_ANSWERED,
                comment.party(),
                by,
                Map.of("comment", comment.id(), "place", comment.place(), "accepted", accepted, "text", said));
    }

    private void requireAuthor(String yearId, String by) {
        CommentSeats.requireAuthor(running(yearId), by, time.now());
    }

    public boolean allAnswered(CommentRound round) {
        return reading.comments(round).stream().allMatch(c -> c.answer() != null);
    }

    /** The leader takes the draft back; the round does not count, what was said in it stays and is answered. */
    @Transactional
    public void withdraw(String yearId, String subjectCode, @Nullable String reason, String by) {
        Plan plan = running(yearId);
        CommentSeats.requireAuthor(plan, by, time.now());
        CommentRound round = reading.open(yearId, subjectCode).orElseThrow(CommentRounds::over);
        String why = FreeText.required(reason, "Lý do hủy đợt lấy ý kiến", LONGEST);
        if (close(round, CommentRound.Closing.WITHDRAWN, by, why)) {
            notices.withdrawn(reading.get(round.key()), subjects.get(subjectCode), by);
            process.over(round.key());
        }
    }

    /** The round's instant has come, by the database's clock. Whoever is silent has said nothing. */
    @Transactional
    public void timeOver(RoundKey key) {
        CommentRound round = reading.get(key);
        if (!time.now().isBefore(round.endsAt())) {
            close(round, CommentRound.Closing.TIME, Journal.SYSTEM, "");
        }
    }

    /** The year was closed or cancelled. */
    @Transactional
    public void yearOver(String yearId) {
        for (CommentRound round : store.notClosed(yearId)) {
            close(round, CommentRound.Closing.YEAR_OVER, Journal.SYSTEM, "");
        }
        subjects.codes().stream()
                .flatMap(code -> reading.rounds(yearId, code).stream())
                .forEach(round -> process.over(round.key()));
    }

    private void comment(CommentRound round, String unit, String place, @Nullable String text, String by) {
        CommentSubject subject = subjects.get(round.subject());
        if (subject.place(round.yearId(), round.version(), place).isEmpty()) {
            throw new DutyRefused("Dự thảo không có dòng «" + place + "». Tải lại trang rồi góp ý lại.");
        }
        String said = FreeText.required(text, "Ý kiến", LONGEST);
        long id = store.comment(round.id(), place, said, by, unit).orElseThrow(CommentRounds::over);
        record(round, JournalEvent.COMMENTED, unit, by, Map.of("comment", id, "place", place, "text", said));
    }

    private boolean close(CommentRound round, CommentRound.Closing closing, String by, String reason) {
        if (!store.close(round.id(), closing, by, reason)) {
            return false;
        }
        Plan plan = years.plan(round.yearId());
        Map<String, Object> detail = new HashMap<>(Map.of("closing", closing.name(), "round", round.number()));
        List<String> silent = reading.silent(round).stream()
                .map(unit -> DutyTexts.partyName(plan, unit))
                .toList();
        if (!silent.isEmpty()) {
            detail.put("silent", silent);
        }
        if (!reason.isEmpty()) {
            detail.put("reason", reason);
        }
        record(round, JournalEvent.COMMENTS_CLOSED, null, by, detail);
        if (closing == CommentRound.Closing.ALL_ANSWERED || closing == CommentRound.Closing.TIME) {
            notices.over(reading.get(round.key()), subjects.get(round.subject()));
        }
        return true;
    }

    private void requireEnoughTime(Plan plan, CommentSubject subject, Instant endsAt) {
        Instant now = time.now();
        WorkingCalendar calendar = plan.calendar();
        if (calendar.lessThanOneWorkingDayLeft(now, endsAt)) {
            throw new DutyRefused("Thời điểm kết thúc phải sau ít nhất một ngày làm việc: từ "
                    + Vietnam.words(calendar.sameHourNextWorkingDay(now)) + " trở đi.");
        }
        subject.latestEnd(plan.yearId())
                .filter(latest -> !calendar.lessThanOneWorkingDayLeft(now, latest))
                .filter(latest -> !endsAt.isBefore(latest))
                .ifPresent(latest -> {
                    throw new DutyRefused("Thời điểm kết thúc phải trước " + Vietnam.words(latest)
                            + " để còn kịp trả lời ý kiến và ban hành.");
                });
    }

    private Plan running(String yearId) {
        if (!years.get(yearId).running()) {
            throw new DutyRefused("Năm thi đua đã kết thúc hoặc đã bị hủy.");
        }
        return years.plan(yearId);
    }

    private void record(
            CommentRound round, JournalEvent event, @Nullable String unit, String by, Map<String, Object> detail) {
        Map<String, Object> all = new HashMap<>(detail);
        if (unit != null) {
            all.put("party", unit);
        }
        journal.record(
                round.yearId(), event, subjects.get(round.subject()).duty().code(), unit, by, all);
    }

    private static TooLate over() {
        return new TooLate(
                "Đợt lấy ý kiến đã kết thúc, hoặc đơn vị đã trả lời xong. Tải lại trang để xem tình trạng hiện tại.");
    }
}
