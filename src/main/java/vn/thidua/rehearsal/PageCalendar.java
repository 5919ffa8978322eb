package vn.thidua.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.year.MilestoneDates;

/** The year month by month, with the dates in force, and its phases as bars. */
final class PageCalendar {
    private record Dated(Instant at, LocalDate day, String when, String text, String kind) {}

    private final Plan plan;
    private final List<JournalEntry> journal;
    private final List<Dated> dated;

    PageCalendar(Plan plan, Map<DutyCode, MilestoneDates> dates, List<JournalEntry> journal) {
        this.plan = plan;
        this.journal = journal;
        this.dated = dates.values().stream()
                .flatMap(this::dated)
                .sorted(Comparator.comparing(Dated::at))
                .toList();
    }

    /** When the first task of that kind really opened; empty where none did. */
    private Optional<Instant> opened(DutyCode code) {
        return journal.stream()
                .filter(e ->
                        e.event() == JournalEvent.TASK_OPENED && code.code().equals(e.duty()))
                .map(JournalEntry::at)
                .findFirst();
    }

    private Stream<Dated> dated(MilestoneDates m) {
        String title = YearPage.title(m.code());
        List<Dated> found = new ArrayList<>();
        if (m.at() == null) {
            opened(m.code())
                    .ifPresent(at -> found.add(new Dated(
                            at, Vietnam.dateOf(at), clock(at), "Mở: " + m.code().title(), "open")));
        }
        if (m.at() != null) {
            String until = m.end() == null || m.end().equals(m.at()) ? "" : " đến " + clock(m.end());
            found.add(new Dated(m.at(), Vietnam.dateOf(m.at()), clock(m.at()) + until, title, "event"));
        }
        if (m.boundary() != null) {
            // A deadline "before 00:00" belongs, for people, to the last day that counts.
            found.add(new Dated(
                    m.boundary().limit().minusMillis(1),
                    m.boundary().lastDay(),
                    "hạn",
                    title + ": " + m.boundary().inWords(),
                    "deadline"));
        }
        return found.stream();
    }

    List<PageModel.Month> months() {
        YearMonth first = YearMonth.from(journal.isEmpty() ? plan.lastDay() : day(journal.get(0)));
        YearMonth last = YearMonth.from(plan.lastDay());
        List<PageModel.Month> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            YearMonth now = month;
            List<PageModel.Entry> entries = Stream.concat(
                            dated.stream().filter(d -> YearMonth.from(d.day()).equals(now)), phaseStarts(now))
                    .sorted(Comparator.comparing(Dated::at))
                    .map(d -> new PageModel.Entry(shortDay(d.day()) + ", " + d.when(), d.text(), d.kind()))
                    .toList();
            months.add(new PageModel.Month(
                    "Tháng %d năm %d".formatted(month.getMonthValue(), month.getYear()), days(month), entries));
        }
        return months;
    }

    private Stream<Dated> phaseStarts(YearMonth month) {
        return journal.stream()
                .filter(e -> e.event() == JournalEvent.PHASE_STARTED
                        && YearMonth.from(day(e)).equals(month))
                .map(e -> new Dated(e.at(), day(e), clock(e.at()), "Bắt đầu " + EventWords.phase(e), "phase"));
    }

    private List<PageModel.Day> days(YearMonth month) {
        List<PageModel.Day> days = new ArrayList<>();
        for (int blank = 1; blank < month.atDay(1).getDayOfWeek().getValue(); blank++) {
            days.add(new PageModel.Day("", "blank"));
        }
        for (int n = 1; n <= month.lengthOfMonth(); n++) {
            LocalDate day = month.atDay(n);
            String kind = plan.calendar().isWorkingDay(day) ? "work" : "rest";
            String mark = Stream.of("deadline", "event", "open")
                    .filter(k -> dated.stream()
                            .anyMatch(d -> d.day().equals(day) && d.kind().equals(k)))
                    .findFirst()
                    .orElse("");
            days.add(new PageModel.Day(String.valueOf(n), kind + " " + mark));
        }
        return days;
    }

    /** From the journal: a phase's start to its end, in percent of the time from the year's first entry to its last. */
    List<PageModel.Strip> phases() {
        List<PageModel.Strip> strips = new ArrayList<>();
        if (journal.isEmpty()) {
            return strips;
        }
        Instant start = journal.get(0).at();
        double length =
                Duration.between(start, journal.get(journal.size() - 1).at()).toMinutes() + 1.0;
        for (JournalEntry e : journal) {
            if (e.event() != JournalEvent.PHASE_STARTED
                    || EventWords.detail(e, "phase").equals("clusterYear")) {
                continue;
            }
            Instant end = end(e);
            if (end == null) {
                continue;
            }
            double left = Duration.between(start, e.at()).toMinutes() * 100 / length;
            double width = Math.max(0.5, Duration.between(e.at(), end).toMinutes() * 100 / length);
            String name = EventWords.phase(e);
            strips.add(new PageModel.Strip(
                    name.substring(0, 1).toUpperCase(Vietnam.LOCALE) + name.substring(1),
                    Vietnam.words(e.at()),
                    Vietnam.words(end),
                    percent(Math.min(left, 99.5)),
                    percent(Math.min(width, 100 - Math.min(left, 99.5)))));
        }
        return strips;
    }

    private @Nullable Instant end(JournalEntry started) {
        return journal.stream()
                .filter(e -> e.event() == JournalEvent.PHASE_ENDED
                        && e.id() > started.id()
                        && EventWords.detail(e, "phase").equals(EventWords.detail(started, "phase")))
                .map(JournalEntry::at)
                .findFirst()
                .orElse(null);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static LocalDate day(JournalEntry e) {
        return Vietnam.dateOf(e.at());
    }

    private static String clock(Instant at) {
        return Vietnam.time(Vietnam.local(at).toLocalTime());
    }

    private static String shortDay(LocalDate day) {
        return Vietnam.weekday(day) + " " + Vietnam.date(day).substring(0, 5);
    }
}
