package vn.thidua.cycle.engine;

/** Names of the messages in the diagrams; a model test fails on one that no diagram has. */
public final class Messages {
    public static final String DEADLINE_PASSED = "message_deadlinePassed";
    public static final String SELF_SCORE_IN = "message_selfScoreIn";
    public static final String NOMINATED = "message_nominated";
    public static final String CONSULTATION_COMPLETE = "message_consultationComplete";
    public static final String FROZEN = "message_frozen";
    public static final String MEETING_ENDED = "message_meetingEnded";
    public static final String CONFERENCE_ENDED = "message_conferenceEnded";
    public static final String REPEAT_MEETING = "message_repeatMeeting";
    public static final String CANCEL_YEAR = "message_cancelYear";

    public static final String RULING_OVER = "message_rulingOver";

    public static final String REQUEST_OVER = "message_requestOver";
    public static final String COMMENTS_ANSWERED = "message_commentsAnswered";
    public static final String COMMENT_ROUND_OVER = "message_commentRoundOver";

    public static final String COMPLAINT_OVER = "message_complaintOver";

    private Messages() {}
}
