package vn.thidua.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the conference votes (rules.md, "Votes"); integer arithmetic only.
 *
 * @param mayVoteOnOwnCase whether a unit votes on its own case; it stays in the denominator either way
 */
public record VoteRules(
        int quorumNumerator, int quorumDenominator, List<Award> awards, boolean mayVoteOnOwnCase, boolean secret) {

    public VoteRules {
        awards = List.copyOf(awards);
    }

    /** Enough units present: {@code present * 3 >= members * 2} for a quorum of 2/3. */
    public boolean quorate(int present, int members) {
        return present * quorumDenominator >= members * quorumNumerator;
    }

    public int quorum(int members) {
        return (members * quorumNumerator + quorumDenominator - 1) / quorumDenominator;
    }

    public Optional<Award> award(String code) {
        return awards.stream().filter(a -> a.code().equals(code)).findFirst();
    }

    /** Awards with a threshold in percent; all others need a simple majority of all members. */
    public Map<String, Integer> percentByAward() {
        Map<String, Integer> percents = new LinkedHashMap<>();
        awards.forEach(a -> {
            if (a.percent() != null) {
                percents.put(a.code(), a.percent());
            }
        });
        return percents;
    }
}
