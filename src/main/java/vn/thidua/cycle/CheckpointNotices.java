package vn.thidua.cycle;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.Seats;
import vn.thidua.journal.seal.Checkpoint;
import vn.thidua.journal.seal.CheckpointListener;
import vn.thidua.mail.Outbox;
import vn.thidua.mail.YearMail;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Function;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/**
 * Sends each checkpoint of the journal to the emulation officers and heads of all units: what lies in their mailboxes cannot be
 * rewritten together with the database.
 */
@Component
class CheckpointNotices implements CheckpointListener {
    private static final List<Function> TOLD = List.of(Function.EMULATION_OFFICER, Function.UNIT_HEAD);

    private final Outbox outbox;
    private final YearStore years;
    private final DutyTexts texts;
    private final TimeSource time;

    CheckpointNotices(Outbox outbox, YearStore years, DutyTexts texts, TimeSource time) {
        this.outbox = outbox;
        this.years = years;
        this.texts = texts;
        this.time = time;
    }

    @Override
    public void reached(Checkpoint checkpoint) {
        Plan plan = years.plan(checkpoint.yearId());
        YearMail.Checkpoint mail = new YearMail.Checkpoint(
                DutyTexts.yearName(plan),
                plan.yearId(),
                Vietnam.words(time.now()),
                String.valueOf(checkpoint.number()),
                checkpoint.hash(),
                checkpoint.occasions().stream().map(CheckpointNotices::title).toList(),
                DutyTexts.contact(plan, null),
                texts.link(plan));
        String duty =
                checkpoint.occasions().size() == 1 ? checkpoint.occasions().get(0) : null;
        for (Person person : members(plan)) {
            String key = plan.yearId() + "/checkpoint/" + checkpoint.id() + "/" + person.id();
            outbox.enqueue(mail.to(person.email(), person.name(), key, plan.yearId(), duty, person.party()));
        }
    }

    private List<Person> members(Plan plan) {
        List<Seats.Seat> seats = plan.memberCodes().stream()
                .map(unit -> new Seats.Seat(unit, TOLD))
                .toList();
        return Seats.people(plan, seats, time.now());
    }

    private static String title(String occasion) {
        return DutyCode.find(occasion).map(DutyCode::title).orElse(occasion);
    }
}
