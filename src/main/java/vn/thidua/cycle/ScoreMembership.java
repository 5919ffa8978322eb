package vn.thidua.cycle;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.reading.Readers;
import vn.thidua.duty.DutyReaders;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.sheet.Membership;

/** Who somebody is, as far as scores are concerned: as for everything else that is read of a year. */
@Component
class ScoreMembership implements Membership {
    private final Readers readers;

    ScoreMembership(Readers readers) {
        this.readers = readers;
    }

    @Override
    public Set<String> parties(Plan plan, String person) {
        return readers.of(plan, person).map(DutyReaders.Reader::parties).orElse(Set.of());
    }
}
