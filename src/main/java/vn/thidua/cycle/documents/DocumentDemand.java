package vn.thidua.cycle.documents;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;
import vn.thidua.evidence.EvidenceProperties;
import vn.thidua.plan.Plan;

/** For which duties files are asked for. In service for all that ask for any; a rehearsal may do with few or none. */
@Component
public class DocumentDemand {

    public enum Level {
        /** As papers demand it. */
        ALL,
        /** Three units hand in their documents, without evidence line by line; supplements of all units. */
        FEW,
        /** Everything is recorded by forms alone, as in years before files were received. */
        NONE
    }

    private volatile Level level;

    DocumentDemand(EvidenceProperties properties) {
        this.level = properties.demanded() ? Level.ALL : Level.NONE;
    }

    /** For duties opened from now on. */
    public void use(Level wanted) {
        level = wanted;
    }

    public Level level() {
        return level;
    }

    public boolean asks(Plan plan, DutyKey key) {
        return DocumentSlots.asks(key.type())
                && switch (level) {
                    case ALL -> true;
                    case FEW -> key.type() == DutyType.SUPPLEMENT || few(plan).contains(key.party());
                    case NONE -> false;
                };
    }

    /** Whether lines of the criteria table that need evidence need a file. */
    boolean linesRequired() {
        return level != Level.FEW;
    }

    private static List<String> few(Plan plan) {
        String leader = plan.leader().code();
        String deputy = plan.deputy().code();
        Stream<String> other = plan.memberCodes().stream()
                .filter(code -> !code.equals(leader) && !code.equals(deputy))
                .limit(1);
        return Stream.concat(Stream.of(leader, deputy), other).toList();
    }
}
