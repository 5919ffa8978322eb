package vn.thidua.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drafts that members comment on, and what is issued in the end. Fields: see {@link MailModel}. */
public sealed interface DraftMail extends MailModel {

    /** {@code draftTitle} e.g. "dự thảo bảng tiêu chí chấm điểm"; {@code boundary}: until when comments are taken. */
    record CommentRound(
            String yearName,
            String unitName,
            String draftTitle,
            String boundary,
            String openedBy,
            String consequence,
            String contact,
            String link)
            implements DraftMail {}

    record CommentRoundWithdrawn(
            String yearName,
            String unitName,
            String draftTitle,
            String withdrawnBy,
            @Multiline String reason,
            String contact,
            String link)
            implements DraftMail {}

    /** To the leader. {@code comments}: how many, and how many wait; {@code silent}: units that said nothing; may be empty. */
    record CommentRoundOver(
            String yearName,
            String draftTitle,
            String endedAt,
            String comments,
            List<String> silent,
            String contact,
            String link)
            implements DraftMail {}

    /**
     * A version of the criteria table is in force. {@code reason}: why it replaces an issued one; {@code changes}: to the version
     * before; {@code comments}: how many there were and what became of them; {@code fallen}: figures of this unit that the table has
     * no place for any more.
     */
    record CriteriaIssued(
            String yearName,
            String unitName,
            String version,
            String reference,
            String issuedBy,
            String issuedAt,
            @Multiline @Nullable String reason,
            List<String> changes,
            @Nullable String comments,
            List<String> fallen,
            String contact,
            String link)
            implements DraftMail {}
}
