package vn.thidua.duty;

import java.util.Set;
import vn.thidua.plan.Plan;

/**
 * Who may read a duty with its receipts and answers, by the membership of that year: who owes it, who receives it, the leader
 * and the deputy what members owe to them both, the standing agency everything. Dossiers go to the leader, so the deputy reads
 * only the one that it receives, the leader's own. Nobody else reads anything.
 */
public final class DutyReaders {

    /**
     * A person as a reader of one cluster year.
     *
     * @param parties those for which the person holds office, or held it, by the plan of that year
     * @param administrator reads everything and changes nothing
     */
    public record Reader(Set<String> parties, boolean administrator) {
        public Reader {
            parties = Set.copyOf(parties);
        }
    }

    private DutyReaders() {}

    public static boolean mayRead(Plan plan, Reader reader, DutyKey key) {
        return reader.administrator() || reader.parties().stream().anyMatch(party -> mayRead(plan, party, key));
    }

    private static boolean mayRead(Plan plan, String party, DutyKey key) {
        return party.equals(key.party())
                || party.equals(Seats.standingAgency(plan).party())
                || hasSeat(plan, party, key, Seats.Stage.SUBMIT)
                || hasSeat(plan, party, key, Seats.Stage.REVIEW)
                || owedToBoth(key.type()) && leads(plan, party);
    }

    private static boolean hasSeat(Plan plan, String party, DutyKey key, Seats.Stage stage) {
        return Seats.of(plan, key, stage).stream().anyMatch(seat -> seat.party().equals(party));
    }

    private static boolean owedToBoth(DutyType type) {
        return type.owner() == Owner.MEMBER && type.reviewer() == Owner.LEADER && type != DutyType.DOSSIER;
    }

    private static boolean leads(Plan plan, String party) {
        return party.equals(plan.leader().code()) || party.equals(plan.deputy().code());
    }
}
