package vn.thidua.scoring.drafting;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.Seats;
import vn.thidua.duty.comment.Comment;
import vn.thidua.duty.comment.CommentSeats;
import vn.thidua.mail.DraftMail;
import vn.thidua.mail.MailProperties;
import vn.thidua.mail.Outbox;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaDiff;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.sheet.CarryOver;
import vn.thidua.year.YearStore;

/** Tells every unit and the standing agency that a version of the table was issued, what it changes and what of theirs falls away. */
@Component
class CriteriaNotices {
    private final Outbox outbox;
    private final CriteriaHistory history;
    private final YearStore years;
    private final TimeSource time;
    private final String baseUrl;

    CriteriaNotices(
            Outbox outbox, CriteriaHistory history, YearStore years, TimeSource time, MailProperties properties) {
        this.outbox = outbox;
        this.history = history;
        this.years = years;
        this.time = time;
        this.baseUrl = properties.baseUrl();
    }

    void issued(CriteriaTable table, CarryOver carried) {
        Plan plan = years.plan(table.yearId());
        Seats.Seat agency = Seats.standingAgency(plan);
        Stream.concat(plan.memberCodes().stream().map(CommentSeats::member), Stream.of(agency))
                .forEach(seat -> send(plan, table, seat, mail(plan, table, carried, seat.party())));
    }

    private DraftMail.CriteriaIssued mail(Plan plan, CriteriaTable table, CarryOver carried, String party) {
        return new DraftMail.CriteriaIssued(
                DutyTexts.yearName(plan),
                DutyTexts.partyName(plan, party),
                String.valueOf(table.version()),
                table.content().reference(),
                DutyTexts.personName(plan, Objects.requireNonNull(table.issuedBy())),
                Vietnam.words(Objects.requireNonNull(table.issuedAt())),
                table.reason().isBlank() ? null : table.reason(),
                history.before(table)
                        .map(before -> CriteriaDiff.between(before.content(), table.content())
                                .sentences())
                        .orElse(List.of()),
                comments(history.comments(table)),
                FallenWords.of(plan, party, carried.fallen()),
                DutyTexts.contact(plan, null),
                baseUrl + "/nam/" + plan.yearId() + "/tieu-chi");
    }

    private static @Nullable String comments(List<Comment> comments) {
        if (comments.isEmpty()) {
            return null;
        }
        long accepted = comments.stream()
                .map(Comment::answer)
                .filter(answer -> answer != null && answer.accepted())
                .count();
        return comments.size() + " ý kiến, tiếp thu " + accepted + ", giải trình " + (comments.size() - accepted);
    }

    private void send(Plan plan, CriteriaTable table, Seats.Seat seat, DraftMail mail) {
        for (Person person : Seats.people(plan, List.of(seat), time.now())) {
            outbox.enqueue(mail.to(
                    person.email(),
                    person.name(),
                    plan.yearId() + "/criteria-issued/" + table.version() + "/" + person.id(),
                    plan.yearId(),
                    DutyCode.CRITERIA.code(),
                    person.party()));
        }
    }
}
