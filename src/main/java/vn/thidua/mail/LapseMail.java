package vn.thidua.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from silence ({@code rules.md}, "Outcomes of silence"). Fields: see {@link MailModel}. */
public sealed interface LapseMail extends MailModel {

    /** One line of a receipts log: {@code status} e.g. "đã rút lại", "được tính", "nộp sau thời hạn". */
    record ReceiptLine(String number, String receivedAt, String content, String status) {}

    /**
     * Notice to the unit whose duty lapsed, with its receipts (S0-16). {@code outcome} in words, e.g. "coi như không có
     * minh chứng bổ sung"; {@code why}: what was missing, where the duty has several parts; {@code receipts} may be empty.
     */
    record Lapse(
            String yearName,
            String unitName,
            String dutyTitle,
            String boundary,
            String outcome,
            @Nullable String why,
            String consequence,
            List<ReceiptLine> receipts,
            String contact,
            String link)
            implements LapseMail {}

    /** The unit does not propose this year: no dossier of it is left (S0-25). */
    record NotProposing(
            String yearName,
            String unitName,
            String dutyTitle,
            String boundary,
            @Nullable String why,
            String consequence,
            List<ReceiptLine> receipts,
            String contact,
            String link)
            implements LapseMail {}

    /** To the owner and to the standing agency: overdue. {@code ownerName}: the unit or body that owes it; {@code stillOpen}: it can still be done. */
    record Overdue(
            String yearName,
            String ownerName,
            String dutyTitle,
            String boundary,
            boolean stillOpen,
            String consequence,
            String contact,
            String link)
            implements LapseMail {}

    /** One overdue duty of the daily list. */
    record OverdueItem(String ownerName, String dutyTitle, String boundary, String link) {}

    /** Daily to the standing agency, until done or the year closes. {@code day} e.g. "21/11/2024 (thứ Năm)". */
    record OverdueDigest(
            String yearName, String day, List<OverdueItem> items, String consequence, String contact, String link)
            implements LapseMail {}
}
