package vn.thidua.journal;

/** What a cluster year's journal, and so its {@code timeline.json}, can say. */
public enum JournalEvent {
    PHASE_STARTED,
    PHASE_ENDED,
    TASK_OPENED,
    /** A file has come in, with its own receipt; the duty it belongs to may be delivered later. */
    RECEIVED,
    /** A file has its verdict, or another than before. */
    CHECKED,
    /** The unit confirmed number, issue date and issuer of a file. */
    CITED,
    /** A file was looked at or downloaded. */
    READ,
    DELIVERED,
    DELIVERED_LATE,
    REFUSED,
    ACCEPTED,
    RETURNED,
    WITHDRAWN,
    /** An answer "không bổ sung" or "không đề nghị": closes without a lapse. */
    DECLINED,
    /** Silence of a unit; {@code detail.outcome} is never OVERDUE. */
    LAPSED,
    /** Silence of leader, deputy, standing agency or an outside body: the task stays open. */
    OVERDUE,
    REMINDED,
    MAIL_SENT,
    DEADLINE_MOVED,
    MEETING_MOVED,
    RULED,
    FROZEN,
    VOTED,
    SENT,
    CANCELLED,
    CLOSED
}
