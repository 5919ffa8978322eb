package vn.thidua.evidence.submission;

import org.jspecify.annotations.Nullable;
import vn.thidua.evidence.Circumstances.Demand;
import vn.thidua.evidence.Verdict;

/** Whether a file counts: by ruling, by its verdict where the plan demands signed originals, else by those who appraise (rules.md, "Evidence"). */
public final class Acceptance {
    private Acceptance() {}

    /** Null where nothing is decided yet, or the appraisers judge. */
    public static @Nullable Boolean of(Submission file, Demand demand) {
        if (file.ruling() != null) {
            return file.ruling() == Submission.Ruled.ACCEPTED;
        }
        Verdict verdict = file.verdict();
        if (verdict == null) {
            return null;
        }
        if (!demand.signedOriginal() && verdict != Verdict.LATE) {
            return null;
        }
        if (verdict.isValid()) {
            return file.citation().issued() == null ? null : Boolean.TRUE;
        }
        return verdict.mayBeRuledOn() ? null : Boolean.FALSE;
    }
}
