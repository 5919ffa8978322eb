package vn.thidua.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to one duty of one unit: opened, received, returned, accepted, withdrawn. Fields: see {@link MailModel}. */
public sealed interface DutyMail extends MailModel {

    /** A task has opened. {@code description}: what is to be done, in a few sentences. */
    record TaskOpened(
            String yearName,
            String unitName,
            String dutyTitle,
            @Multiline @Nullable String description,
            String boundary,
            String consequence,
            String contact,
            String link)
            implements DutyMail {}

    /** What was handed in has been received. {@code late}: after its deadline (the outcome LATE). */
    record Receipt(
            String yearName,
            String unitName,
            String dutyTitle,
            String receiptNumber,
            String receivedAt,
            String submittedBy,
            boolean late,
            String boundary,
            String consequence,
            String contact,
            String link)
            implements DutyMail {}

    /**
     * Returned with a reason. {@code boundary} is until when to hand in anew: the deadline, or the same hour of the next
     * working day where the return left less than one working day; then {@code onlyNamedFindings}.
     */
    record Returned(
            String yearName,
            String unitName,
            String dutyTitle,
            String receiptNumber,
            String returnedBy,
            String returnedAt,
            @Multiline String reason,
            String boundary,
            boolean onlyNamedFindings,
            String consequence,
            String contact,
            String link)
            implements DutyMail {}

    /** Accepted by the reviewer. */
    record Accepted(
            String yearName,
            String unitName,
            String dutyTitle,
            String receiptNumber,
            String receivedAt,
            String acceptedBy,
            String acceptedAt,
            String contact,
            String link)
            implements DutyMail {}

    /** Withdrawn by the unit itself: what is not handed in anew is missing. */
    record Withdrawn(
            String yearName,
            String unitName,
            String dutyTitle,
            String receiptNumber,
            String withdrawnBy,
            String withdrawnAt,
            String boundary,
            String consequence,
            String contact,
            String link)
            implements DutyMail {}

    /** Findings recorded after the deadline: nothing is returned any more. */
    record Findings(
            String yearName,
            String unitName,
            String dutyTitle,
            String receiptNumber,
            String receivedAt,
            String recordedBy,
            @Multiline String findings,
            String contact,
            String link)
            implements DutyMail {}

    /**
     * To the leader's office (and the standing agency): a unit reports paper handed over in time, so it must be entered.
     * {@code boundary} is until when the leader's office can enter it (noon of the next working day).
     */
    record HandoverReported(
            String yearName,
            String unitName,
            String dutyTitle,
            String handedOverAt,
            String handedTo,
            @Multiline String proof,
            String boundary,
            String consequence,
            String contact,
            String link)
            implements DutyMail {}

    /** To those who do a task because {@code replaced}, who had it, declared a conflict of interest. */
    record Replaced(
            String yearName,
            String unitName,
            String dutyTitle,
            String replaced,
            String boundary,
            String consequence,
            String contact,
            String link)
            implements DutyMail {}

    /**
     * To a unit whose appraisals are in: the lines in which they differ, which it may explain until {@code meetingAt}. {@code lines}:
     * code and name of each.
     */
    record Contested(
            String yearName,
            String unitName,
            String count,
            List<String> lines,
            String meetingAt,
            String contact,
            String link)
            implements DutyMail {}
}
