package vn.thidua.duty.comment;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.Seats;
import vn.thidua.mail.DraftMail;
import vn.thidua.mail.MailModel;
import vn.thidua.mail.MailProperties;
import vn.thidua.mail.Outbox;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** Tells the members that a draft lies before them, and the leader what they said. */
@Component
class CommentNotices {
    private final Outbox outbox;
    private final YearStore years;
    private final CommentStore store;
    private final TimeSource time;
    private final String baseUrl;

    CommentNotices(Outbox outbox, YearStore years, CommentStore store, TimeSource time, MailProperties properties) {
        this.outbox = outbox;
        this.years = years;
        this.store = store;
        this.time = time;
        this.baseUrl = properties.baseUrl();
    }

    void opened(CommentRound round, CommentSubject subject) {
        Plan plan = years.plan(round.yearId());
        for (String unit : CommentSeats.asked(plan)) {
            send(
                    round,
                    subject,
                    "opened",
                    List.of(CommentSeats.member(unit)),
                    new DraftMail.CommentRound(
                            DutyTexts.yearName(plan),
                            DutyTexts.partyName(plan, unit),
                            subject.title(),
                            DutyTexts.before(round.endsAt()),
                            DutyTexts.personName(plan, round.openedBy()),
                            "đơn vị được coi là không có ý kiến",
                            DutyTexts.contact(plan, null),
                            link(round, subject)));
        }
    }

    void withdrawn(CommentRound round, CommentSubject subject, String by) {
        Plan plan = years.plan(round.yearId());
        for (String unit : CommentSeats.asked(plan)) {
            send(
                    round,
                    subject,
                    "withdrawn",
                    List.of(CommentSeats.member(unit)),
                    new DraftMail.CommentRoundWithdrawn(
                            DutyTexts.yearName(plan),
                            DutyTexts.partyName(plan, unit),
                            subject.title(),
                            DutyTexts.personName(plan, by),
                            round.reason(),
                            DutyTexts.contact(plan, null),
                            link(round, subject)));
        }
    }

    void over(CommentRound round, CommentSubject subject) {
        Plan plan = years.plan(round.yearId());
        List<Comment> comments = store.comments(round.yearId(), round.subject()).stream()
                .filter(c -> c.roundId() == round.id())
                .toList();
        List<String> words =
                store.words(round.id()).stream().map(Comment.Word::party).toList();
        send(
                round,
                subject,
                "over",
                List.of(CommentSeats.author(plan)),
                new DraftMail.CommentRoundOver(
                        DutyTexts.yearName(plan),
                        subject.title(),
                        Vietnam.words(round.end()),
                        counted(comments),
                        CommentSeats.asked(plan).stream()
                                .filter(unit -> !words.contains(unit))
                                .map(unit -> DutyTexts.partyName(plan, unit))
                                .toList(),
                        DutyTexts.contact(plan, null),
                        link(round, subject)));
    }

    private static String counted(List<Comment> comments) {
        long open = comments.stream().filter(c -> c.answer() == null).count();
        if (comments.isEmpty()) {
            return "không có ý kiến nào";
        }
        return comments.size() + " ý kiến, " + (open == 0 ? "đã trả lời hết" : open + " ý kiến chờ trả lời");
    }

    private String link(CommentRound round, CommentSubject subject) {
        return baseUrl + subject.path(round.yearId());
    }

    private void send(CommentRound round, CommentSubject subject, String what, List<Seats.Seat> seats, MailModel mail) {
        Plan plan = years.plan(round.yearId());
        for (Person person : Seats.people(plan, seats, time.now())) {
            outbox.enqueue(mail.to(
                    person.email(),
                    person.name(),
                    round.key() + "/" + what + "/" + person.id(),
                    round.yearId(),
                    subject.duty().code(),
                    person.party()));
        }
    }
}
