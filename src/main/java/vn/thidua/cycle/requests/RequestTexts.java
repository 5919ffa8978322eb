package vn.thidua.cycle.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.Markdown;
import vn.thidua.cycle.requests.DataRequest.Act;
import vn.thidua.cycle.requests.DataRequest.Event;
import vn.thidua.cycle.requests.DataRequest.State;
import vn.thidua.cycle.requests.RequestSeats.Role;
import vn.thidua.duty.DutyTexts;
import vn.thidua.journal.Journal;
import vn.thidua.mail.ReminderRule;
import vn.thidua.plan.Plan;
import vn.thidua.plan.ReminderRules;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.year.YearStore;

/** What the tasks and mails of a request say: what was asked of whom, until when, what follows, whom to ask, all that happened. */
@Component
public class RequestTexts {
    private static final int LONGEST_NAME = 250;

    private final YearStore years;
    private final CriteriaTables tables;
    private final RequestCheck check;

    RequestTexts(YearStore years, CriteriaTables tables, RequestCheck check) {
        this.years = years;
        this.tables = tables;
        this.check = check;
    }

    /** Until when whoever has the request is to act: the officers until its deadline, the head within a working day. */
    public Instant dueDate(DataRequest request) {
        return request.state() == State.OBSTACLE
                ? years.plan(request.yearId())
                        .calendar()
                        .sameHourNextWorkingDay(Objects.requireNonNull(request.raisedAt(), "raised without an instant"))
                : request.dueAt();
    }

    /**
     * When officers and department are reminded: on the last reminding morning before the day of the deadline, by the plan's rules;
     * at the deadline itself, which sends nothing, where that morning had passed when the officers got the request.
     */
    public Instant reminder(DataRequest request) {
        Plan plan = years.plan(request.yearId());
        ReminderRules rules = plan.reminders();
        int days = rules.workingDaysBefore().stream()
                .filter(before -> before > 0)
                .min(Integer::compare)
                .orElse(1);
        ReminderRule rule = new ReminderRule(plan.calendar(), List.of(days), rules.at());
        return rule.mornings(request.dueAt(), request.openSince()).stream()
                .findFirst()
                .map(rule::instant)
                .orElse(request.dueAt());
    }

    public String name(DataRequest request, Role role) {
        String lines = request.lines().isEmpty() ? "" : " – tiêu chí " + String.join(", ", request.lines());
        String name = RequestWords.of("name." + role, request.supplier() + lines);
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    public String description(DataRequest request, Role role) {
        Plan plan = years.plan(request.yearId());
        return DutyTexts.yearName(plan) + ". Thời hạn: " + DutyTexts.before(dueDate(request)) + ". Nếu quá hạn: "
                + RequestWords.of("consequence." + role) + ". Liên hệ: " + contact(request) + ".";
    }

    /** For the form: texts by variable. */
    public Map<String, String> shown(DataRequest request, Role role) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("dutyTitle", Markdown.plain(name(request, role)));
        shown.put("boundaryText", DutyTexts.before(dueDate(request)));
        shown.put("consequence", RequestWords.of("consequence." + role));
        shown.put("contactText", contact(request));
        shown.put("background", background(request));
        return shown;
    }

    private String background(DataRequest request) {
        List<String> parts = new ArrayList<>();
        String address = request.supplierEmail() == null ? RequestWords.of("noAddress") : request.supplierEmail();
        parts.add("**Số yêu cầu:** " + request.reference() + "  \n**Nơi cung cấp:** "
                + Markdown.plain(request.supplier()) + " (" + Markdown.plain(address) + ")  \n**Thời hạn trả lời:** "
                + DutyTexts.before(request.dueAt()));
        check.notBeforeSelfScore(request.yearId(), request.dueAt())
                .ifPresent(m -> parts.add("**Lưu ý:** " + RequestWords.of("lateForSelfScore", m.inWords())));
        parts.add("**Nội dung yêu cầu:** " + Markdown.plain(request.question()));
        list(parts, "Tiêu chí liên quan", criteria(request));
        list(parts, "Quá trình", history(request));
        return String.join("\n\n", parts);
    }

    private static void list(List<String> parts, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            List<String> items =
                    lines.stream().map(l -> "- " + Markdown.plain(l)).toList();
            parts.add("**" + heading + ":**\n\n" + String.join("\n", items));
        }
    }

    /** The lines asked about, as the table in force calls them: "2.2. Quản lý biên chế". */
    List<String> criteria(DataRequest request) {
        Map<String, String> names = new LinkedHashMap<>();
        CriteriaTable.lines(tables.content(request.yearId())).forEach(line -> names.put(line.code(), line.name()));
        return request.lines().stream()
                .map(code -> names.containsKey(code) ? code + ". " + names.get(code) : code)
                .toList();
    }

    /** Whom the department answers and the unit's people ask: the officer who asked, as long as the plan knows them. */
    String contact(DataRequest request) {
        Plan plan = years.plan(request.yearId());
        return plan.person(request.askedBy())
                .map(DutyTexts::nameAndAddress)
                .orElseGet(() -> DutyTexts.contact(plan, null));
    }

    /** Everything that happened, a line each: "08:00:00 ngày 11/11/2024 (thứ Hai), Hệ thống: đã nhắc". */
    List<String> history(DataRequest request) {
        Plan plan = years.plan(request.yearId());
        return request.history().stream().map(event -> line(plan, event)).toList();
    }

    private static String line(Plan plan, Event event) {
        String who = event.by().equals(Journal.SYSTEM) ? "Hệ thống" : DutyTexts.personName(plan, event.by());
        String what = Vietnam.toTheSecond(event.at()) + ", " + who + ": " + act(event);
        return event.detail().isEmpty() ? what : what + ": " + event.detail().replaceAll("\\s+", " ");
    }

    /** What happened, in words, with the deadline where it is a new one. */
    static String act(Event event) {
        boolean dated = event.act() == Act.ASKED || event.act() == Act.EXTENDED;
        String what = RequestWords.of("act." + event.act());
        return dated ? what + " " + DutyTexts.before(event.dueAt()) : what;
    }
}
