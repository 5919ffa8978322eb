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
    /** The leader laid down another draft of the criteria table. */
    DRAFTED,
    /** A draft was laid before the members, who may comment until {@code detail.ends}. */
    COMMENTS_OPENED,
    /** A member commented on a draft, or said that it has nothing (more) to say. */
    COMMENTED,
    /** The leader took up a comment or explained why not. */
    COMMENT_ANSWERED,
    /** No more comments are taken; {@code detail.silent} are those who said nothing. */
    COMMENTS_CLOSED,
    /** A version of the criteria table came into force; {@code detail.fallen} is what it had no place for. */
    CRITERIA_ISSUED,
    /** An officer declared a conflict; somebody else appraises the unit. */
    REPLACED,
    /** A unit explained a contested line. */
    EXPLAINED,
    /** A figure was agreed on; {@code detail.from} and {@code detail.to} say what changed. */
    AGREED,
    /** An agreed figure was taken back; what stood before stands again. */
    UNDONE,
    /** A member objected to a figure in the meeting. */
    OBJECTED,
    /** Evidence may still be supplied for a line, or no longer. */
    MARKED,
    UNMARKED,
    /** The scoring meeting has ended with a provisional result. */
    PROVISIONAL,
    /** The difference to the provisional result went to all members. */
    CIRCULATED,
    /** A unit asked a department for figures; {@code detail.request} names the request, its texts are the unit's alone. */
    DATA_ASKED,
    DATA_ANSWERED,
    /** A request for figures met an obstacle or its deadline and lies with the unit's head. */
    DATA_OBSTACLE,
    /** The unit's head gave a request back to the officers, perhaps with more time. */
    DATA_INSTRUCTED,
    /** A request for figures was closed as not obtainable, taken back, or ended with the year. */
    DATA_ENDED,
    /** A unit complains about a frozen figure; {@code detail.complaint} names the complaint in all that follows. */
    COMPLAINED,
    /** By two people, or by a ruling; {@code detail.corrections} is what a ruling has changed. */
    FROZEN,
    VOTED,
    SENT,
    CANCELLED,
    CLOSED
}
