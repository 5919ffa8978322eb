package vn.thidua.evidence.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.evidence.SignatureFacts;
import vn.thidua.evidence.TimeStampFacts;

/**
 * A signature that carries no trusted time stamp was nevertheless there when a later one, which signs it too, was stamped: a
 * person's signature under the organisation's. The later one must be intact and trusted for its stamp to prove that.
 */
final class WitnessedTimes {
    private WitnessedTimes() {}

    /** @param signatures in the order in which they were made */
    static List<SignatureFacts> of(List<SignatureFacts> signatures) {
        List<SignatureFacts> witnessed = new ArrayList<>();
        for (SignatureFacts signature : signatures) {
            Instant earliest = signature.trustedTime();
            for (SignatureFacts later : signatures) {
                if (later.signedBytes() > signature.signedBytes() && later.intact() && later.trusted()) {
                    earliest = earlier(earliest, later.trustedTime());
                }
            }
            witnessed.add(with(signature, earliest));
        }
        return witnessed;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static SignatureFacts with(SignatureFacts s, @Nullable Instant trusted) {
        List<TimeStampFacts> stamps = s.timeStamps();
        return new SignatureFacts(
                s.field(),
                s.signer(),
                s.organisations(),
                s.kind(),
                s.chain(),
                s.trusted(),
                s.trust(),
                s.claimedTime(),
                trusted,
                stamps,
                s.level(),
                s.intact(),
                s.broken(),
                s.signedBytes(),
                s.wholeFile(),
                s.addedAfter(),
                s.remarks());
    }
}
