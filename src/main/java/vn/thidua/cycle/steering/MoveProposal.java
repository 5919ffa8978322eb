package vn.thidua.cycle.steering;

import java.util.List;
import vn.thidua.plan.Milestone;

/**
 * A deadline or meeting that is to be moved.
 *
 * @param along dates that have to move too and are moved together with it
 * @param again a meeting that has ended and is to be held once more
 */
public record MoveProposal(
        String yearId, Milestone moved, List<Milestone> along, boolean again, String reason, String askedBy) {
    public MoveProposal {
        along = List.copyOf(along);
    }

    public List<Milestone> all() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(moved), along.stream())
                .toList();
    }
}
