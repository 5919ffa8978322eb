package vn.thidua.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.cycle.ClusterYears;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Owner;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReader;
import vn.thidua.plan.PlanReading;
import vn.thidua.rehearsal.engine.VirtualClock;
import vn.thidua.rehearsal.engine.YearDriver;

/** Runs years of five of the sample's units (VLG leads, KGG is its deputy) to their end, and asks what came of it. */
final class RehearsedYears {
    private static final Path SAMPLE = Path.of("plans/tay-nam-bo-2024.yaml");
    private static final Set<String> LEFT_OUT = Set.of("BLU", "CMU", "DTP", "HGG", "LAN", "STG", "TGG", "TVH");
    private static final Pattern LINE_OF_UNIT =
            Pattern.compile("(?m)^  - \\{ (?:code: |.*party: (?:UBND-)?|.*unit: )([A-Z]{3})\\b.*\\n");

    private final ApplicationContext context;

    RehearsedYears(ApplicationContext context) {
        this.context = context;
    }

    static PlanReading smallPlan(String cluster) throws IOException {
        String text = Files.readString(SAMPLE).replace("code: tay-nam-bo\n", "code: " + cluster + "\n");
        return PlanReader.read(LINE_OF_UNIT
                .matcher(text)
                .replaceAll(m -> LEFT_OUT.contains(m.group(1)) ? "" : Matcher.quoteReplacement(m.group())));
    }

    static Script script(PlanReading plan, String yaml) {
        ScriptReading reading = ScriptReader.read(yaml, plan.validPlan());
        if (!reading.mistakes().isEmpty()) {
            throw new IllegalArgumentException("the test's script is wrong: " + reading.mistakes());
        }
        return reading.script();
    }

    List<JournalEntry> run(PlanReading reading, Script script) {
        Plan plan = reading.validPlan();
        new VirtualClock(context.getBean(JdbcClient.class)).install(RehearsedYear.beginning(plan));
        String yearId = context.getBean(ClusterYears.class).start(reading, Journal.SYSTEM);
        context.getBean(YearDriver.class).run(yearId, script, null, i -> {});
        return context.getBean(Journal.class).read(yearId);
    }

    static List<JournalEntry> of(List<JournalEntry> journal, JournalEvent event) {
        return journal.stream().filter(e -> e.event() == event).toList();
    }

    /** Duty, party and subject: {@code SUPPLEMENT AGG}. */
    static String task(JournalEntry entry) {
        return (EventWords.detail(entry, "type") + " " + entry.unit() + " " + EventWords.detail(entry, "subject"))
                .strip();
    }

    static List<String> tasks(List<JournalEntry> journal, JournalEvent event) {
        return of(journal, event).stream().map(RehearsedYears::task).toList();
    }

    static boolean ofMembers(JournalEntry entry) {
        return DutyType.valueOf(EventWords.detail(entry, "type")).owner() == Owner.MEMBER;
    }

    /** Reminders of what had been delivered and was not open again. */
    static List<String> remindedInVain(List<JournalEntry> journal) {
        Set<String> delivered = new HashSet<>();
        return journal.stream()
                .filter(e -> {
                    switch (e.event()) {
                        case DELIVERED, DELIVERED_LATE, DECLINED -> delivered.add(task(e));
                        case RETURNED, WITHDRAWN -> delivered.remove(task(e));
                        default -> {}
                    }
                    return e.event() == JournalEvent.REMINDED && delivered.contains(task(e));
                })
                .map(RehearsedYears::task)
                .toList();
    }

    /** Who got mails of a template. */
    static Set<String> recipients(List<JournalEntry> journal, String... templates) {
        Set<String> recipients = new HashSet<>();
        of(journal, JournalEvent.MAIL_SENT).stream()
                .filter(e -> List.of(templates).contains(EventWords.detail(e, "template")))
                .forEach(e -> recipients.add(EventWords.detail(e, "to")));
        return recipients;
    }

    /** The last thing that happened; the mails that tell of it go after it. */
    static JournalEvent last(List<JournalEntry> journal) {
        return journal.stream()
                .map(JournalEntry::event)
                .filter(e -> e != JournalEvent.MAIL_SENT)
                .reduce((a, b) -> b)
                .orElseThrow();
    }
}
