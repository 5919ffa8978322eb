package vn.thidua.cycle.steering;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.YearNotices;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.DutyType;
import vn.thidua.mail.MeetingMail;
import vn.thidua.mail.ScheduleMail;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Milestone;
import vn.thidua.plan.Plan;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** The mails about a moved date: to the standing agency for its decision, then to everyone concerned. */
@Component
public class MoveNotices {
    private final YearStore years;
    private final Milestones milestones;
    private final YearNotices notices;
    private final DutyTexts texts;
    private final TimeSource time;

    MoveNotices(YearStore years, Milestones milestones, YearNotices notices, DutyTexts texts, TimeSource time) {
        this.years = years;
        this.milestones = milestones;
        this.notices = notices;
        this.texts = texts;
        this.time = time;
    }

    /** Asks the standing agency; {@code latest} is the earlier of the old and the new instant. */
    void requested(String processId, MoveProposal proposal, Instant latest) {
        Plan plan = years.plan(proposal.yearId());
        notices.decisionRequested(
                proposal.yearId(),
                processId,
                new ScheduleMail.DecisionRequested(
                        DutyTexts.yearName(plan),
                        proposal.all().stream()
                                .map(m -> move(proposal.yearId(), m))
                                .toList(),
                        proposal.reason(),
                        DutyTexts.personName(plan, proposal.askedBy()),
                        DutyTexts.before(latest),
                        "đồng ý sau thời điểm đó không có hiệu lực",
                        DutyTexts.contact(plan, null),
                        texts.tasklist()));
    }

    void refused(String processId, String yearId, String askedBy, String reason) {
        notices.toOne(
                yearId,
                askedBy,
                "move-refused/" + processId,
                "Không dời thời hạn",
                java.util.List.of("Cơ quan thường trực không đồng ý dời thời hạn. Lý do: " + reason));
    }

    /** The move and what moves along, as Markdown. */
    String describe(MoveProposal proposal) {
        Plan plan = years.plan(proposal.yearId());
        StringBuilder text = new StringBuilder("**" + DutyTexts.yearName(plan) + "**\n\n");
        text.append(proposal.again() ? "Họp lại" : "Dời")
                .append(", theo đề nghị của ")
                .append(DutyTexts.personName(plan, proposal.askedBy()))
                .append(":\n\n");
        for (Milestone m : proposal.all()) {
            ScheduleMail.Move move = move(proposal.yearId(), m);
            text.append("- ")
                    .append(move.dutyTitle())
                    .append(": từ «")
                    .append(move.oldBoundary())
                    .append("» thành «")
                    .append(move.newBoundary())
                    .append("»")
                    .append(m == proposal.moved() ? "" : " (phải dời theo)")
                    .append('\n');
        }
        return text.append("\nLý do: ")
                .append(proposal.reason().replaceAll("([\\\\`*_{}\\[\\]#|<>])", "\\\\$1"))
                .toString();
    }

    void moved(MoveProposal proposal, Map<DutyCode, String> before, String agreedBy) {
        Plan plan = years.plan(proposal.yearId());
        String key = proposal.moved().code().code() + "/" + time.now();
        List<ScheduleMail.Move> moves = proposal.all().stream()
                .map(m -> new ScheduleMail.Move(
                        m.code().title(),
                        before.getOrDefault(m.code(), ""),
                        milestones.get(proposal.yearId(), m.code()).inWords()))
                .toList();
        if (proposal.moved().deadline() != null) {
            notices.deadlineMoved(
                    proposal.yearId(),
                    key,
                    new ScheduleMail.DeadlineMoved(
                            DutyTexts.yearName(plan),
                            moves,
                            proposal.reason(),
                            DutyTexts.personName(plan, proposal.askedBy()),
                            DutyTexts.personName(plan, agreedBy),
                            consequence(proposal.moved().code()),
                            DutyTexts.contact(plan, null),
                            texts.tasklist()));
            return;
        }
        notices.meetingMoved(
                proposal.yearId(),
                key,
                new MeetingMail.MeetingMoved(
                        DutyTexts.yearName(plan),
                        proposal.moved().code().title(),
                        proposal.again(),
                        moves.get(0).oldBoundary(),
                        moves.get(0).newBoundary(),
                        proposal.reason(),
                        DutyTexts.personName(plan, agreedBy),
                        moves.stream()
                                .skip(1)
                                .map(m -> m.dutyTitle() + ": " + m.newBoundary())
                                .toList(),
                        "biên bản ghi đơn vị vắng mặt",
                        DutyTexts.contact(plan, null),
                        texts.tasklist()));
    }

    /** What follows from missing the moved deadline: the same as before the move. */
    private static String consequence(DutyCode code) {
        return DutyType.under(code).stream()
                .map(DutyTexts::consequence)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private ScheduleMail.Move move(String yearId, Milestone m) {
        String to = m.deadline() != null
                ? m.deadline().inWords()
                : m.at() == null ? "" : "lúc " + Vietnam.words(Vietnam.at(m.at()));
        return new ScheduleMail.Move(
                m.code().title(), milestones.get(yearId, m.code()).inWords(), to);
    }
}
