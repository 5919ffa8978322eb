package vn.thidua.mail;

import java.util.List;

/** What happens to files: received, ruled on. Fields: see {@link MailModel}. */
public sealed interface FileMail extends MailModel {

    /** Files of one duty have come in, each with its receipt. */
    record FileReceipts(
            String yearName,
            String unitName,
            String dutyTitle,
            String boundary,
            List<Received> files,
            String contact,
            String link)
            implements FileMail {}

    /**
     * {@code boundary}: what it was measured against; {@code timeliness}: in time or late, in words; {@code size} in words;
     * {@code verdict} when the mail is written; {@code place} and {@code hash} in the journal.
     */
    record Received(
            String number,
            String name,
            String slot,
            String size,
            String receivedAt,
            String by,
            String boundary,
            String timeliness,
            String sha256,
            String verdict,
            String place,
            String hash) {}

    /** A file was ruled on, finally. {@code result}: what was ruled, a sentence; {@code rulings}: one line a seat. */
    record FileRuled(
            String yearName,
            String unitName,
            String dutyTitle,
            String fileName,
            String receiptNumber,
            String result,
            @Multiline String rulings,
            String contact,
            String link)
            implements FileMail {}
}
