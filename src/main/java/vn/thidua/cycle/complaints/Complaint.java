package vn.thidua.cycle.complaints;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.evidence.ruling.Ruling.Seat;
import vn.thidua.scoring.sheet.Figure;

/**
 * What a unit holds against a frozen figure. As it was filed it stands; only its outcome is added.
 *
 * @param unit who complains
 * @param concerns whose figure it is, the same unit's or another's
 * @param result number of the frozen result that it is about
 * @param asked the figure that should stand there
 * @param dueAt until when leader and deputy rule; at that instant it goes to the standing agency
 * @param newResult number of the frozen result that it led to
 * @param rulings those given so far, the earliest first
 */
public record Complaint(
        long id,
        String yearId,
        String unit,
        String concerns,
        String line,
        int result,
        Figure asked,
        String grounds,
        String by,
        Instant filedAt,
        Instant dueAt,
        State state,
        @Nullable Integer newResult,
        boolean overdue,
        List<SeatRuling> rulings) {

    public Complaint {
        rulings = List.copyOf(rulings);
    }

    public enum State {
        OPEN,
        UPHELD,
        REJECTED,
        /** The year was over before anybody had decided. */
        ENDED
    }

    /**
     * What one seat ruled; never changed.
     *
     * @param figure what stands from then on, if it is upheld; else none
     * @param party for which the person holds the seat
     */
    public record SeatRuling(
            Seat seat, boolean upheld, Figure figure, String reason, String by, String party, Instant at) {

        boolean agrees(SeatRuling other) {
            return upheld == other.upheld && figure.same(other.figure);
        }
    }

    public ComplaintKey key() {
        return new ComplaintKey(yearId, id);
    }

    /** How it is referred to: "KN-12". */
    public String reference() {
        return "KN-" + id;
    }

    public Optional<SeatRuling> ruling(Seat seat) {
        return rulings.stream().filter(ruling -> ruling.seat() == seat).findFirst();
    }

    /** The ruling that decides: the standing agency's, else the later of two that agree; empty until then. */
    public Optional<SeatRuling> decided() {
        Optional<SeatRuling> agency = ruling(Seat.STANDING_AGENCY);
        Optional<SeatRuling> leader = ruling(Seat.LEADER);
        Optional<SeatRuling> deputy = ruling(Seat.DEPUTY);
        if (agency.isPresent()
                || leader.isEmpty()
                || deputy.isEmpty()
                || !leader.get().agrees(deputy.get())) {
            return agency;
        }
        return rulings.stream().reduce((earlier, later) -> later);
    }
}
