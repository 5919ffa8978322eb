package vn.thidua.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.Plan;

/** Who was reminded when, and every mail that went out. */
final class PageMails {
    private PageMails() {}

    /** One line for each morning and kind of duty. */
    static List<PageModel.Reminder> reminders(Plan plan, List<JournalEntry> journal) {
        Map<List<String>, List<JournalEntry>> groups = new LinkedHashMap<>();
        journal.stream()
                .filter(e -> e.event() == JournalEvent.REMINDED)
                .forEach(e -> groups.computeIfAbsent(
                                List.of(Vietnam.words(e.at()), EventWords.detail(e, "type")), k -> new ArrayList<>())
                        .add(e));
        List<PageModel.Reminder> lines = new ArrayList<>();
        groups.forEach((key, entries) -> lines.add(new PageModel.Reminder(
                key.get(0),
                DutyTexts.text(key.get(1) + ".title").replaceAll("[:,]?( mục)? \\{0}", ""),
                who(plan, entries),
                entries.stream().flatMap(PageMails::addresses).distinct().toList())));
        return lines;
    }

    private static String who(Plan plan, List<JournalEntry> entries) {
        List<String> parties =
                entries.stream().map(e -> String.valueOf(e.unit())).distinct().toList();
        return parties.size() == plan.units().size()
                ? "tất cả " + parties.size() + " đơn vị"
                : parties.stream()
                        .map(code -> plan.unit(code).isPresent() ? code : DutyTexts.partyName(plan, code))
                        .collect(Collectors.joining(", "));
    }

    private static Stream<String> addresses(JournalEntry entry) {
        return entry.detail().get("to") instanceof List<?> list ? list.stream().map(String::valueOf) : Stream.empty();
    }

    /** The files sort as the mails went out, which is the journal's order. */
    static List<PageModel.MailMonth> mails(List<JournalEntry> journal, Path folder) throws IOException {
        List<JournalEntry> sent = journal.stream()
                .filter(e -> e.event() == JournalEvent.MAIL_SENT)
                .toList();
        List<String> files = files(folder);
        Map<YearMonth, List<PageModel.MailLine>> months = new LinkedHashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            JournalEntry e = sent.get(i);
            String link = files.size() == sent.size() ? "mail/" + files.get(i) : null;
            months.computeIfAbsent(YearMonth.from(Vietnam.dateOf(e.at())), m -> new ArrayList<>())
                    .add(new PageModel.MailLine(
                            Vietnam.words(e.at()), EventWords.detail(e, "to"), EventWords.detail(e, "subject"), link));
        }
        List<PageModel.MailMonth> result = new ArrayList<>();
        months.forEach((month, lines) -> result.add(new PageModel.MailMonth(
                "Tháng %d năm %d: %d thư".formatted(month.getMonthValue(), month.getYear(), lines.size()), lines)));
        return result;
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }
}
