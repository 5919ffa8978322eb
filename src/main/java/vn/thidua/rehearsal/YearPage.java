package vn.thidua.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.Receipt;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.year.Milestones;

/** {@code index.html}: the rehearsed year on one page that needs nothing from elsewhere. */
@Component
class YearPage {
    private final DutyRepository duties;
    private final DutyTexts texts;
    private final Milestones milestones;

    YearPage(DutyRepository duties, DutyTexts texts, Milestones milestones) {
        this.duties = duties;
        this.texts = texts;
        this.milestones = milestones;
    }

    void write(String yearId, Plan plan, List<JournalEntry> journal, Path out) throws IOException {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(YearPage.class.getClassLoader());
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        Context context = new Context(Vietnam.LOCALE, Map.of("page", model(yearId, plan, journal, out)));
        Files.writeString(out.resolve("index.html"), engine.process("rehearsal/index.html", context));
    }

    private PageModel model(String yearId, Plan plan, List<JournalEntry> journal, Path out) throws IOException {
        List<Duty> all = duties.ofYear(yearId);
        Map<Long, Receipt> last = new HashMap<>();
        List<Receipt> receipts = duties.receiptsOfYear(yearId);
        receipts.stream().filter(Receipt::counts).forEach(r -> last.put(r.dutyId(), r));
        PageCalendar calendar = new PageCalendar(plan, milestones.all(yearId), journal);
        PageDuties table = new PageDuties(plan, texts, all, last);
        return new PageModel(
                DutyTexts.yearName(plan),
                plan.leader().name(),
                plan.deputy().name(),
                closing(journal),
                figures(journal, receipts.size()),
                missed(plan, journal),
                calendar.phases(),
                calendar.months(),
                plan.units().stream()
                        .map(u -> new PageModel.Column(u.code(), u.name()))
                        .toList(),
                table.ofUnits(),
                table.ofOthers(),
                PageMails.reminders(plan, journal),
                PageMails.mails(journal, out.resolve("mail")),
                receipts.size());
    }

    private static String closing(List<JournalEntry> journal) {
        return journal.stream()
                .filter(e -> e.event() == JournalEvent.CLOSED || e.event() == JournalEvent.CANCELLED)
                .map(e -> EventWords.of(e) + " lúc " + Vietnam.words(e.at()))
                .findFirst()
                .orElse("năm thi đua chưa kết thúc");
    }

    private static List<PageModel.Figure> figures(List<JournalEntry> journal, int receipts) {
        return List.of(
                new PageModel.Figure("việc đã giao", count(journal, JournalEvent.TASK_OPENED), ""),
                new PageModel.Figure("biên nhận", String.valueOf(receipts), ""),
                new PageModel.Figure("nộp sau hạn", count(journal, JournalEvent.DELIVERED_LATE), "late"),
                new PageModel.Figure("đơn vị bỏ lỡ", count(journal, JournalEvent.LAPSED), "lapse"),
                new PageModel.Figure("quá hạn", count(journal, JournalEvent.OVERDUE), "overdue"),
                new PageModel.Figure("lượt nhắc", count(journal, JournalEvent.REMINDED), ""),
                new PageModel.Figure("thư đã gửi", count(journal, JournalEvent.MAIL_SENT), ""));
    }

    private static String count(List<JournalEntry> journal, JournalEvent event) {
        return String.valueOf(journal.stream().filter(e -> e.event() == event).count());
    }

    /** Units that missed something first, then what others owe; each in order of time. */
    private List<PageModel.Missed> missed(Plan plan, List<JournalEntry> journal) {
        return Stream.of(JournalEvent.LAPSED, JournalEvent.OVERDUE)
                .flatMap(event -> journal.stream().filter(e -> e.event() == event))
                .map(e -> missed(plan, e))
                .toList();
    }

    private PageModel.Missed missed(Plan plan, JournalEntry e) {
        boolean overdue = e.event() == JournalEvent.OVERDUE;
        String outcome = overdue ? "OVERDUE" : EventWords.detail(e, "outcome");
        String party = e.unit() == null ? "" : e.unit();
        vn.thidua.duty.DutyKey key = new vn.thidua.duty.DutyKey(
                e.yearId(),
                vn.thidua.duty.DutyType.valueOf(EventWords.detail(e, "type")),
                party,
                EventWords.detail(e, "subject"));
        return new PageModel.Missed(
                Vietnam.words(e.at()),
                DutyTexts.partyName(plan, party),
                texts.title(plan, key),
                DutyTexts.text(outcome + ".outcome") + " (" + outcome + ")",
                overdue ? "overdue" : "lapse");
    }

    static String title(DutyCode code) {
        return code.title().substring(0, 1).toUpperCase(Vietnam.LOCALE)
                + code.title().substring(1);
    }
}
