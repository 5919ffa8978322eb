package vn.thidua.cycle.engine;

import java.util.List;
import vn.thidua.duty.Seats.Seat;
import vn.thidua.plan.Function;

/** Names of engine groups: one for each function of each party in each cluster year, so that two years never mix. */
final class Groups {
    private Groups() {}

    static String of(String yearId, String party, Function function) {
        return yearId + "." + party + "." + function;
    }

    static List<String> of(String yearId, List<Seat> seats) {
        return seats.stream()
                .flatMap(seat -> seat.functions().stream().map(f -> of(yearId, seat.party(), f)))
                .distinct()
                .toList();
    }
}
