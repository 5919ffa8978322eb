package vn.thidua.scoring.sheet;

import java.time.Instant;
import java.util.List;

/**
 * Somebody declared that they may not judge a unit although their office does (rules.md, "Scores"). Never taken back.
 *
 * @param unit whose scores they may not judge
 * @param party the unit or body whose seat they held
 * @param replacements who took the seat when it was declared, as they were then
 */
public record Conflict(String unit, String party, String person, String reason, List<String> replacements, Instant at) {
    public Conflict {
        replacements = List.copyOf(replacements);
    }
}
