package vn.thidua.cycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.Seats;
import vn.thidua.mail.MailModel;
import vn.thidua.mail.MeetingMail;
import vn.thidua.mail.Outbox;
import vn.thidua.mail.ScheduleMail;
import vn.thidua.mail.YearMail;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Function;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.result.Results;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** The mails about a cluster year as a whole: its start and end, meetings, moved dates, results. */
@Component
public class YearNotices {
    private final Outbox outbox;
    private final YearStore years;
    private final Milestones milestones;
    private final Results results;
    private final DutyTexts texts;
    private final TimeSource time;

    YearNotices(
            Outbox outbox, YearStore years, Milestones milestones, Results results, DutyTexts texts, TimeSource time) {
        this.outbox = outbox;
        this.years = years;
        this.milestones = milestones;
        this.results = results;
        this.texts = texts;
        this.time = time;
    }

    void started(String yearId, String by) {
        Plan plan = years.plan(yearId);
        List<String> dates = milestones.all(yearId).values().stream()
                .sorted(Comparator.comparing(MilestoneDates::code))
                .filter(m -> !m.inWords().isEmpty())
                .map(m -> m.code().title() + ": " + m.inWords())
                .toList();
        toAll(
                plan,
                "started",
                null,
                new YearMail.YearStarted(
                        DutyTexts.yearName(plan),
                        DutyTexts.personName(plan, by),
                        Vietnam.words(time.now()),
                        plan.leader().name(),
                        plan.deputy().name(),
                        dates,
                        DutyTexts.contact(plan, null),
                        texts.tasklist()));
    }

    void cancelled(String yearId, String by, String reason) {
        Plan plan = years.plan(yearId);
        toAll(
                plan,
                "cancelled",
                null,
                new YearMail.YearCancelled(
                        DutyTexts.yearName(plan),
                        DutyTexts.personName(plan, by),
                        Vietnam.words(time.now()),
                        reason,
                        DutyTexts.contact(plan, null),
                        texts.link(plan)));
    }

    void closed(String yearId, List<Duty> overdue) {
        Plan plan = years.plan(yearId);
        List<String> lines = overdue.stream()
                .map(d -> DutyTexts.partyName(plan, d.key().party()) + ": " + texts.title(plan, d))
                .toList();
        toAll(
                plan,
                "closed",
                DutyCode.CLOSE,
                new YearMail.YearClosed(
                        DutyTexts.yearName(plan),
                        Vietnam.words(time.now()),
                        lines,
                        DutyTexts.contact(plan, null),
                        texts.link(plan)));
    }

    /** The scoring meeting: to every unit's office and officers (S0-03, S0-04); never the meeting's link or passcode (S0-12). */
    void invitation(String yearId) {
        Plan plan = years.plan(yearId);
        MilestoneDates meeting = milestones.get(yearId, DutyCode.SCORING_MEETING);
        List<String> preparations = Stream.of(DutyCode.ATTENDEES, DutyCode.TECH_CONTACT, DutyCode.LINE_TEST)
                .map(code -> code.title() + ": " + milestones.get(yearId, code).inWords())
                .toList();
        for (String unit : plan.memberCodes()) {
            to(
                    plan,
                    officers(plan, unit),
                    "invitation/" + meeting.holding(),
                    DutyCode.INVITATION,
                    unit,
                    new MeetingMail.Invitation(
                            DutyTexts.yearName(plan),
                            DutyTexts.partyName(plan, unit),
                            "họp chấm điểm",
                            Vietnam.words(meeting.at()),
                            "trực tuyến tại " + plan.memberCodes().size() + " điểm cầu",
                            List.of("Chánh Văn phòng, Phó Chánh Văn phòng", "Chuyên viên thi đua, khen thưởng"),
                            preparations,
                            DutyTexts.text("NO_LIST.consequence"),
                            DutyTexts.contact(plan, null),
                            texts.tasklist()));
        }
    }

    /** Before the freeze (rules.md, "Scores"): what differs from the provisional result; told each time that it is circulated. */
    void circulated(String yearId, int number, List<String> differences) {
        Plan plan = years.plan(yearId);
        toMembers(
                plan,
                "circulated/" + number,
                DutyCode.FREEZE,
                result(
                        plan,
                        "Chênh lệch so với kết quả chấm điểm tạm thời, trước khi chốt",
                        differences.isEmpty() ? List.of("Không có thay đổi so với kết quả tạm thời.") : differences));
    }

    void frozen(String yearId) {
        Plan plan = years.plan(yearId);
        toMembers(
                plan,
                "frozen",
                DutyCode.FREEZE,
                result(
                        plan,
                        "Kết quả chấm điểm đã được chốt",
                        List.of("Cụm trưởng và cụm phó đã cùng chốt điểm của "
                                + plan.memberCodes().size() + " đơn vị.")));
    }

    /** A ruling has made a new frozen result beside the old: what changed, to all members. */
    public void corrected(Result made) {
        Plan plan = years.plan(made.yearId());
        List<String> lines = new ArrayList<>();
        lines.add(made.reason() + (made.reason().endsWith(".") ? "" : "."));
        results.all(made.yearId()).stream()
                .filter(result -> result.kind() == Result.Kind.FROZEN && result.number() < made.number())
                .reduce((earlier, later) -> later)
                .ifPresent(before -> lines.addAll(ResultWords.differences(
                        plan, ResultContent.read(before.content()), ResultContent.read(made.content()))));
        lines.add("Kết quả chốt số " + made.number() + ", mã băm " + made.hash() + ". Các kết quả trước vẫn được lưu.");
        toMembers(
                plan,
                "corrected/" + made.number(),
                DutyCode.FREEZE,
                result(plan, "Kết quả chấm điểm đã chốt được sửa theo quyết định", lines));
    }

    void voted(Nomination n, boolean carried, int votes, int members) {
        Plan plan = years.plan(n.yearId());
        String line = n.nominee() + ": " + votes + "/" + members + " phiếu đồng ý trên tổng số thành viên, "
                + (carried ? "đạt" : "không đạt; hồ sơ khép lại, không tính là trễ hạn");
        to(
                plan,
                officers(plan, n.unit()),
                "voted/" + n.id(),
                DutyCode.CONFERENCE,
                n.unit(),
                result(plan, "Kết quả bỏ phiếu suy tôn", List.of(line)));
    }

    void notVoted(Nomination n, String why) {
        Plan plan = years.plan(n.yearId());
        to(
                plan,
                officers(plan, n.unit()),
                "voted/" + n.id(),
                DutyCode.CONFERENCE,
                n.unit(),
                result(plan, "Kết quả bỏ phiếu suy tôn", List.of(n.nominee() + ": " + DutyTexts.text("vote." + why))));
    }

    void ministrySent(Duty duty, String by, boolean late, List<Nomination> sent) {
        Plan plan = years.plan(duty.yearId());
        List<String> proposals = sent.stream()
                .map(n -> n.nominee() + " (" + DutyTexts.partyName(plan, n.unit()) + ")")
                .toList();
        toMembers(
                plan,
                "ministry-sent",
                DutyCode.MINISTRY,
                new YearMail.MinistrySent(
                        DutyTexts.yearName(plan),
                        Seats.body(plan, Function.MINISTRY).name(),
                        DutyTexts.personName(plan, by),
                        Vietnam.words(time.now()),
                        late,
                        texts.boundary(duty),
                        proposals,
                        DutyTexts.contact(plan, duty.type()),
                        texts.tasklist()));
    }

    public void deadlineMoved(String yearId, String key, ScheduleMail.DeadlineMoved mail) {
        toAll(years.plan(yearId), "moved/" + key, null, mail);
    }

    public void meetingMoved(String yearId, String key, MeetingMail.MeetingMoved mail) {
        toAll(years.plan(yearId), "moved/" + key, null, mail);
    }

    public void decisionRequested(String yearId, String key, ScheduleMail.DecisionRequested mail) {
        Plan plan = years.plan(yearId);
        List<Person> people = Seats.people(plan, List.of(Seats.standingAgency(plan)), time.now());
        to(plan, people, "decision/" + key, null, null, mail);
    }

    /** A short message to one person of the year. */
    public void toOne(String yearId, String person, String what, String title, List<String> lines) {
        Plan plan = years.plan(yearId);
        to(plan, plan.person(person).stream().toList(), what, null, null, result(plan, title, lines));
    }

    /** Nobody issued criteria: what is used instead, to leader, deputy and standing agency. */
    void criteriaFallback(String yearId, boolean lastYear) {
        Plan plan = years.plan(yearId);
        String used = lastYear ? "bảng tiêu chí đã ban hành của năm trước" : "bảng tiêu chí kèm theo kế hoạch năm";
        List<Person> people = Stream.of(
                        officers(plan, plan.leader().code()),
                        officers(plan, plan.deputy().code()),
                        Seats.people(plan, List.of(Seats.standingAgency(plan)), time.now()))
                .flatMap(List::stream)
                .toList();
        to(
                plan,
                people,
                "criteria-fallback",
                DutyCode.CRITERIA,
                null,
                result(
                        plan,
                        "Chưa ban hành bảng tiêu chí chấm điểm",
                        List.of("Việc tự chấm điểm được mở theo " + used + ".")));
    }

    private MeetingMail.Result result(Plan plan, String title, List<String> lines) {
        return new MeetingMail.Result(
                DutyTexts.yearName(plan),
                title,
                Vietnam.words(time.now()),
                lines,
                null,
                DutyTexts.contact(plan, null),
                texts.tasklist());
    }

    private List<Person> officers(Plan plan, String unit) {
        List<Function> functions = List.of(Function.EMULATION_OFFICER, Function.OFFICE, Function.OFFICE_CHIEF);
        return Seats.people(plan, List.of(new Seats.Seat(unit, functions)), time.now());
    }

    private void toMembers(Plan plan, String what, DutyCode duty, MailModel mail) {
        plan.memberCodes().forEach(unit -> to(plan, officers(plan, unit), what, duty, unit, mail));
    }

    private void toAll(Plan plan, String what, @Nullable DutyCode duty, MailModel mail) {
        var today = time.now().atZone(Vietnam.ZONE).toLocalDate();
        List<Person> people =
                plan.people().stream().filter(p -> p.inOffice(today)).toList();
        to(plan, people, what, duty, null, mail);
    }

    private void to(
            Plan plan,
            List<Person> people,
            String what,
            @Nullable DutyCode duty,
            @Nullable String unit,
            MailModel mail) {
        for (Person person : people) {
            outbox.enqueue(mail.to(
                    person.email(),
                    person.name(),
                    plan.yearId() + "/" + what + "/" + person.id(),
                    plan.yearId(),
                    duty == null ? null : duty.code(),
                    unit == null ? person.party() : unit));
        }
    }
}
