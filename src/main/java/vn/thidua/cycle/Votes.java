package vn.thidua.cycle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.Receipt;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.plan.VoteRules;
import vn.thidua.year.YearStore;

/**
 * Award votes at the conference, as two tellers report them: who has voted and how many, never anybody's choice. Thresholds
 * count against all members, in whole numbers (rules.md, "Votes"; S0-19, S3-14).
 */
@Service
public class Votes {
    private final YearStore years;
    private final Nominations nominations;
    private final Dossiers dossiers;
    private final DutyRoster roster;
    private final Scoring scoring;
    private final Journal journal;
    private final YearNotices notices;

    Votes(
            YearStore years,
            Nominations nominations,
            Dossiers dossiers,
            DutyRoster roster,
            Scoring scoring,
            Journal journal,
            YearNotices notices) {
        this.years = years;
        this.nominations = nominations;
        this.dossiers = dossiers;
        this.roster = roster;
        this.scoring = scoring;
        this.journal = journal;
        this.notices = notices;
    }

    /** Decides whether {@code votes} of all {@code members} carry, the meeting being quorate with {@code present}. */
    public static boolean carries(VoteRules rules, String award, int votes, int present, int members) {
        Integer percent = rules.percentByAward().get(award);
        boolean enough = percent == null ? votes * 2 > members : votes * 100 >= percent * members;
        return rules.quorate(present, members) && enough;
    }

    /** The tellers have reported one vote. */
    @Transactional
    public void reported(DutyKey vote, Receipt receipt) {
        Nomination nomination = nominations.get(vote.yearId(), vote.subject());
        if (Answers.text(receipt.answers(), "held").equals("notHeld")) {
            notHeld(nomination, "NOT_CONDUCTED", receipt.by());
            return;
        }
        Plan plan = years.plan(vote.yearId());
        int members = plan.memberCodes().size();
        int votes = Answers.number(receipt.answers(), "votesFor");
        List<String> voted = Stream.of("votedInRoom", "votedInWriting")
                .flatMap(key -> Answers.list(receipt.answers(), key).stream())
                .distinct()
                .toList();
        int present = (int) Stream.of(Answers.list(receipt.answers(), "present"), voted, List.of(nomination.unit()))
                .flatMap(List::stream)
                .distinct()
                .count();
        boolean carried = carries(plan.votes(), nomination.award(), votes, present, members);
        nominations.votes(nomination, votes, present);
        nominations.state(nomination, carried ? Nomination.State.CARRIED : Nomination.State.NOT_CARRIED, null);
        if (!carried) {
            dossiers.close(nomination);
        }
        Map<String, Object> detail = detail(nomination, true);
        detail.putAll(
                Map.of("carried", carried, "votes", votes, "present", present, "members", members, "voted", voted));
        record(nomination, receipt.by(), detail);
        notices.voted(nomination, carried, votes, members);
    }

    /** The conference is over: what was not voted on is recorded as not held, with the reason, and its dossier closes without a lapse. */
    @Transactional
    public void settle(String yearId) {
        for (Nomination n : nominations.open(yearId)) {
            String why = "NOT_CONDUCTED";
            if (!scoring.frozen(yearId)) {
                why = "NO_FREEZE";
            } else if (!roster.classified(yearId, n.unit())) {
                why = "NO_CLASSIFICATION";
            }
            notHeld(n, why, Journal.SYSTEM);
        }
    }

    private void notHeld(Nomination n, String why, String by) {
        nominations.state(n, Nomination.State.NOT_HELD, why);
        dossiers.close(n);
        Map<String, Object> detail = detail(n, false);
        detail.put("reason", why);
        record(n, by, detail);
        notices.notVoted(n, why);
    }

    private void record(Nomination n, String by, Map<String, Object> detail) {
        journal.record(n.yearId(), JournalEvent.VOTED, DutyCode.CONFERENCE.code(), n.unit(), by, detail);
    }

    private static Map<String, Object> detail(Nomination n, boolean held) {
        return new HashMap<>(Map.of("nomination", n.id(), "nominee", n.nominee(), "award", n.award(), "held", held));
    }
}
