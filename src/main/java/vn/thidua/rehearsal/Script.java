package vn.thidua.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.Owner;
import vn.thidua.plan.DutyCode;

/**
 * Who delivers what and when, or stays silent; whoever is not named does as usual. The last step that fits counts.
 */
public record Script(List<Step> steps) {
    public Script {
        steps = List.copyOf(steps);
    }

    public static final Script USUAL = new Script(List.of());

    /**
     * @param unit code of a unit or outside body, or {@code null} for all
     * @param leader meant is the leader in the leader's own duties, not as a member
     * @param duty {@code null} for all duties
     * @param silent nothing is done
     * @param decline the answer is "không bổ sung" or "không đề nghị"
     * @param at when it is done, instead of the usual time
     * @param answers form answers that differ from the sample ones
     */
    public record Step(
            @Nullable String unit,
            boolean leader,
            @Nullable DutyCode duty,
            boolean silent,
            boolean decline,
            @Nullable Instant at,
            Map<String, Object> answers) {
        public Step {
            answers = Map.copyOf(answers);
        }

        boolean fits(DutyKey key, String actor, String leaderCode) {
            boolean ofMembers = key.type().owner() == Owner.MEMBER;
            boolean asMember = ofMembers && actor.equals(key.party());
            if (leader && (asMember || !actor.equals(leaderCode))) {
                return false;
            }
            if (!leader && duty != null && ofMembers && !asMember) {
                return false; // a step about a members' duty means handing it in; receiving it is the leader's
            }
            return (unit == null || unit.equals(actor))
                    && (duty == null || duty == key.type().code());
        }
    }

    /** The step for what {@code actor} (a party) has to do in a duty. */
    public Optional<Step> step(DutyKey key, String actor, String leaderCode) {
        return steps.stream().filter(s -> s.fits(key, actor, leaderCode)).reduce((a, b) -> b);
    }
}
