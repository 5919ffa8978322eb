package vn.thidua.cycle;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;

/**
 * The conference is consulted on before invitations go out: they are prepared once everyone has answered and the standing
 * agency agrees, at the latest when the time for it is over (S3-05 to S3-08).
 */
@Component
class Consultations {
    private final DutyRoster roster;
    private final DutyRepository duties;
    private final YearEngine engine;

    Consultations(DutyRoster roster, DutyRepository duties, YearEngine engine) {
        this.roster = roster;
        this.duties = duties;
        this.engine = engine;
    }

    void answered(String yearId) {
        boolean complete = Stream.of(DutyType.OPINION, DutyType.AGREEMENT)
                .flatMap(type -> roster.of(yearId, type).stream())
                .allMatch(this::settled);
        if (complete) {
            engine.consultationComplete(yearId);
        }
    }

    /** An opinion counts whatever it says; of the standing agency only its agreement does. */
    private boolean settled(DutyKey key) {
        Optional<Duty> duty = duties.find(key).filter(Duty::received);
        return key.type() == DutyType.OPINION
                ? duty.isPresent()
                : duty.flatMap(duties::current)
                        .filter(r -> !Answers.text(r.answers(), "opinion").equals("disagree"))
                        .isPresent();
    }
}
