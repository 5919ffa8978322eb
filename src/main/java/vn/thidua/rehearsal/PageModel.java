package vn.thidua.rehearsal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code index.html} shows, ready to be laid out. */
record PageModel(
        String year,
        String leader,
        String deputy,
        String closing,
        List<Figure> figures,
        List<Missed> missed,
        List<Strip> phases,
        List<Month> months,
        List<Column> columns,
        List<Row> rows,
        List<Other> others,
        List<Reminder> reminders,
        List<MailMonth> mails,
        int receipts) {

    record Figure(String name, String value, String kind) {}

    /** @param kind lapse or overdue */
    record Missed(String when, String who, String what, String outcome, String kind) {}

    /** A phase as a bar over the year, in percent. */
    record Strip(String name, String from, String to, String left, String width) {}

    record Month(String name, List<Day> days, List<Entry> entries) {
        /** So much happens that it takes the page's whole width. */
        public boolean busy() {
            return entries.size() > 10;
        }
    }

    /** @param kind blank, work, rest; with the most important thing of the day: deadline, event, open */
    record Day(String number, String kind) {}

    record Entry(String when, String text, String kind) {}

    record Column(String code, String name) {}

    record Row(String title, List<Cell> cells) {}

    /** @param link to the receipt, if there is one */
    record Cell(
            String text, String note, String kind, @Nullable String link) {}

    record Other(String title, String who, String status, String kind) {}

    record Reminder(String when, String what, String who, List<String> addresses) {}

    record MailMonth(String name, List<MailLine> mails) {}

    record MailLine(
            String when,
            String to,
            String subject,
            @Nullable String link) {}
}
