package vn.thidua.duty.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.thidua.duty.form.FormRule.Asked;

/** Rules of what tellers and chair report of votes (S0-19, S3-14, S3-15); a unit's choice is never asked for. */
final class VoteFormRules {
    private static final List<String> COUNTED = List.of("votesFor", "votesAgainst", "votesInvalid");

    private VoteFormRules() {}

    /** Whoever voted is counted once, and no more ballots are counted than units voted. */
    static List<Problem> ballots(Asked a) {
        if (a.answers().text("held").equals("notHeld")) {
            return List.of();
        }
        List<String> present = a.answers().list("present");
        List<String> inRoom = a.answers().list("votedInRoom");
        List<String> inWriting = a.answers().list("votedInWriting");
        List<Problem> problems = new ArrayList<>();
        problems.addAll(a.when(inRoom.isEmpty() && inWriting.isEmpty(), "votedInRoom", "nobodyVoted"));
        problems.addAll(a.when(!present.containsAll(inRoom), "votedInRoom", "notPresent", a.name("present")));
        problems.addAll(a.when(FormRules.shared(inRoom, inWriting), "votedInWriting", "inBoth", a.name("votedInRoom")));
        if (ownCaseBarred(a)) {
            Object own = a.context().facts().get("ownUnit");
            problems.addAll(a.when(inRoom.contains(own), "votedInRoom", "ownCase"));
            problems.addAll(a.when(inWriting.contains(own), "votedInWriting", "ownCase"));
        }
        BigDecimal ballots = COUNTED.stream()
                .map(key -> a.answers().number(key))
                .flatMap(Stream::ofNullable)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        int voters = inRoom.size() + inWriting.size();
        problems.addAll(a.when(
                ballots.compareTo(BigDecimal.valueOf(voters)) != 0,
                "votesFor",
                "ballotsDiffer",
                Numbers.shown(ballots),
                voters));
        boolean oneTeller =
                a.answers().text("teller1").equalsIgnoreCase(a.answers().text("teller2"));
        problems.addAll(a.when(oneTeller, "teller2", "mustDiffer", a.name("teller1")));
        return problems;
    }

    /** Leader and deputy are two units. */
    static List<Problem> twoUnits(Asked a) {
        boolean same = a.answers().has("leader")
                && a.answers().text("leader").equals(a.answers().text("deputy"));
        return a.when(same, "deputy", "mustDiffer", a.name("leader"));
    }

    /** A unit does not vote on its own case unless the year's regulation lets it. */
    static boolean ownCaseBarred(Asked a) {
        return a.context().facts().containsKey("ownUnit")
                && !Boolean.TRUE.equals(a.context().facts().get("mayVoteOnOwnCase"));
    }
}
