package vn.thidua.cycle.complaints;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.Markdown;
import vn.thidua.cycle.complaints.Complaint.SeatRuling;
import vn.thidua.cycle.complaints.Complaint.State;
import vn.thidua.duty.DutyTexts;
import vn.thidua.evidence.ruling.Ruling.Seat;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.result.Results;
import vn.thidua.scoring.result.Standings;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.scoring.sheet.Sheets;
import vn.thidua.year.YearStore;

/** What the tasks and mails of a complaint say: which figure, what was asked, what is at stake, until when, what was ruled. */
@Component
public class ComplaintTexts {
    private final YearStore years;
    private final ComplaintCheck check;
    private final SheetStore sheets;
    private final Standings standings;
    private final Results results;

    ComplaintTexts(YearStore years, ComplaintCheck check, SheetStore sheets, Standings standings, Results results) {
        this.years = years;
        this.check = check;
        this.sheets = sheets;
        this.standings = standings;
        this.results = results;
    }

    public String name(Complaint complaint) {
        return ComplaintWords.of(
                "name", complaint.reference(), name(complaint, complaint.concerns()), complaint.line());
    }

    /** The task among others that are overdue. */
    String title(Complaint complaint) {
        return ComplaintWords.of(
                "title",
                complaint.reference(),
                name(complaint, complaint.unit()),
                complaint.line(),
                name(complaint, complaint.concerns()));
    }

    public String description(Complaint complaint, Seat seat) {
        Plan plan = years.plan(complaint.yearId());
        return DutyTexts.yearName(plan) + ". Thời hạn: " + boundary(complaint) + ". Nếu quá hạn: " + consequence(seat)
                + ". Liên hệ: " + contact(complaint) + ".";
    }

    /** For the form: texts by variable; the figure that was asked for is there to be taken over or changed. */
    public Map<String, String> shown(Complaint complaint, Seat seat) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("dutyTitle", name(complaint));
        shown.put("boundaryText", boundary(complaint));
        shown.put("consequence", consequence(seat));
        shown.put("contactText", contact(complaint));
        shown.put("background", background(complaint, seat));
        TypedFigure asked = TypedFigure.of(complaint.asked(), line(complaint));
        Map.of("points", asked.points(), "bonus", asked.bonus(), "count", asked.count())
                .forEach((field, text) -> {
                    if (!text.isEmpty()) {
                        shown.put(field, text);
                    }
                });
        return shown;
    }

    String boundary(Complaint complaint) {
        return DutyTexts.before(complaint.dueAt());
    }

    static String consequence(Seat seat) {
        return ComplaintWords.of("consequence." + seat);
    }

    String contact(Complaint complaint) {
        return DutyTexts.contact(years.plan(complaint.yearId()), null);
    }

    String name(Complaint complaint, String unit) {
        return DutyTexts.partyName(years.plan(complaint.yearId()), unit);
    }

    String criterion(Complaint complaint) {
        Line line = line(complaint);
        return ComplaintWords.of(
                "criterion." + line.kind(),
                line.code(),
                line.name(),
                Decimals.shown(line.max()),
                Decimals.shown(line.step()));
    }

    /** What was frozen when the complaint was filed. */
    String frozen(Complaint complaint) {
        Result result = results.all(complaint.yearId()).stream()
                .filter(r -> r.number() == complaint.result())
                .findFirst()
                .orElseThrow();
        ResultContent.Line line = ResultContent.read(result.content())
                .figures()
                .getOrDefault(complaint.concerns(), Map.of())
                .get(complaint.line());
        return line == null ? ComplaintWords.of("none") : words(line.figure());
    }

    static String words(Figure figure) {
        return figure.none() ? ComplaintWords.of("none") : Sheets.words(figure);
    }

    /** A sentence on how it ended. */
    String outcome(Complaint complaint) {
        String frozen = frozen(complaint);
        if (complaint.state() != State.UPHELD) {
            return ComplaintWords.of("outcome." + complaint.state(), frozen);
        }
        return ComplaintWords.of(
                "outcome.UPHELD",
                frozen,
                words(complaint.decided().orElseThrow().figure()),
                String.valueOf(Objects.requireNonNull(complaint.newResult())));
    }

    /** How it stands, in words. */
    static String state(Complaint complaint) {
        return ComplaintWords.of("state." + complaint.state());
    }

    /** A line for each seat that has ruled: for whom, who, how, why. */
    List<String> rulings(Complaint complaint) {
        return complaint.rulings().stream()
                .map(ruling -> line(complaint, ruling))
                .toList();
    }

    private String line(Complaint complaint, SeatRuling ruling) {
        Plan plan = years.plan(complaint.yearId());
        String seat = ComplaintWords.of("seat." + ruling.seat());
        boolean taken = ruling.seat() != Seat.STANDING_AGENCY
                && ruling.party()
                        .equals(ComplaintSeats.of(plan, complaint, Seat.STANDING_AGENCY)
                                .party());
        String agency = ComplaintWords.of("seat.STANDING_AGENCY");
        return ComplaintWords.of(
                "ruling",
                taken ? ComplaintWords.of("seat.for", agency, seat) : seat,
                DutyTexts.personName(plan, ruling.by()),
                ruling.upheld()
                        ? ComplaintWords.of("ruling.yes", words(ruling.figure()))
                        : ComplaintWords.of("ruling.no"),
                ruling.reason());
    }

    private Line line(Complaint complaint) {
        return check.line(complaint.yearId(), complaint.line());
    }

    private String background(Complaint complaint, Seat seat) {
        Plan plan = years.plan(complaint.yearId());
        List<String> parts = new ArrayList<>();
        parts.add("**Bên khiếu nại:** " + Markdown.plain(name(complaint, complaint.unit())) + " ("
                + Markdown.plain(DutyTexts.personName(plan, complaint.by())) + "), nộp lúc "
                + Vietnam.words(complaint.filedAt()) + "  \n**Về điểm của:** "
                + Markdown.plain(name(complaint, complaint.concerns())) + "  \n**Dòng:** "
                + Markdown.plain(criterion(complaint)) + "  \n**Kết quả chốt số " + complaint.result() + ":** "
                + Markdown.plain(frozen(complaint)) + "  \n**Đề nghị:** "
                + Markdown.plain(words(complaint.asked())));
        parts.add("**Căn cứ, lý do khiếu nại:** " + Markdown.plain(complaint.grounds()));
        list(parts, "Điểm của dòng này", figures(complaint));
        parts.add(Markdown.plain(stake(complaint)));
        if (seat == Seat.STANDING_AGENCY) {
            list(parts, "Quyết định của hai bên", rulings(complaint));
        }
        parts.add("**Quy định:** " + Markdown.plain(ComplaintWords.of("rule")));
        return String.join("\n\n", parts);
    }

    private List<String> figures(Complaint complaint) {
        Sheet sheet = check.sheet(complaint.yearId(), complaint.concerns());
        List<String> figures = new ArrayList<>();
        for (Column column : Column.values()) {
            if (column == Column.AGREED || sheet.in().contains(column)) {
                sheet.entry(complaint.line(), column).ifPresent(entry -> figures.add(figure(complaint, entry)));
            }
        }
        return figures;
    }

    private static String figure(Complaint complaint, Entry entry) {
        String reason = entry.reason().isEmpty() ? "" : ". " + entry.reason();
        return entry.column().title() + ": " + words(entry.figure()) + reason;
    }

    private String stake(Complaint complaint) {
        Map<String, Sheet> all = sheets.all(complaint.yearId());
        Sheet sheet = Objects.requireNonNull(all.get(complaint.concerns()), "no sheet");
        Line line = line(complaint);
        Standings.WhatIf whatIf = standings.whatIf(complaint.yearId(), all.values());
        int now = whatIf.rank(sheet, line, check.frozen(sheet, line));
        int then = whatIf.rank(sheet, line, complaint.asked());
        String unit = name(complaint, complaint.concerns());
        return now == then
                ? ComplaintWords.of("stakeNone", unit, String.valueOf(now))
                : ComplaintWords.of("stake", unit, String.valueOf(now), String.valueOf(then));
    }

    private static void list(List<String> parts, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            List<String> items =
                    lines.stream().map(l -> "- " + Markdown.plain(l)).toList();
            parts.add("**" + heading + ":**\n\n" + String.join("\n", items));
        }
    }
}
