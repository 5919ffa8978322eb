package vn.thidua.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Meetings, the conference and their results. Never in a mail: a meeting's link, its ID and passcode (S0-12). Fields: see
 * {@link MailModel}.
 */
public sealed interface MeetingMail extends MailModel {

    /**
     * {@code place} e.g. "trực tuyến tại 13 điểm cầu"; {@code participants}: who is invited (S0-04); {@code preparations}:
     * what is to be done before, each with its time.
     */
    record Invitation(
            String yearName,
            String unitName,
            String meetingTitle,
            String time,
            String place,
            List<String> participants,
            List<String> preparations,
            String consequence,
            String contact,
            String link)
            implements MeetingMail {}

    /**
     * Postponed, or held again ({@code repeated}). {@code moved}: the dates that move with it; {@code consequence}: what
     * follows from not attending.
     */
    record MeetingMoved(
            String yearName,
            String meetingTitle,
            boolean repeated,
            String oldTime,
            String newTime,
            @Multiline String reason,
            String decidedBy,
            List<String> moved,
            String consequence,
            String contact,
            String link)
            implements MeetingMail {}

    /**
     * A frozen ranking or the result of a vote, as counts: never a unit's choice. {@code title} e.g. "Kết quả chấm điểm đã
     * chốt"; {@code lines} e.g. "1. Sở Nội vụ tỉnh Vĩnh Long: 98,5 điểm".
     */
    record Result(
            String yearName,
            String title,
            String decidedAt,
            List<String> lines,
            @Multiline @Nullable String note,
            String contact,
            String link)
            implements MeetingMail {}
}
