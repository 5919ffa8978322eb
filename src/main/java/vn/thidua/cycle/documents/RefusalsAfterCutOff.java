package vn.thidua.cycle.documents;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.cycle.CutOffs;
import vn.thidua.duty.Duty;
import vn.thidua.evidence.receiving.UploadEnding;

/**
 * What was on its way at a cut-off counted as received. Where it turns out to be a file that may not come in, and nothing else is
 * there, silence has its outcome after all (rules.md, "Outcomes of silence").
 */
@Component
class RefusalsAfterCutOff {
    private final Completeness completeness;
    private final CutOffs cutOffs;
    private final TimeSource time;

    RefusalsAfterCutOff(Completeness completeness, CutOffs cutOffs, TimeSource time) {
        this.completeness = completeness;
        this.cutOffs = cutOffs;
        this.time = time;
    }

    @EventListener
    void refused(UploadEnding.Refused event) {
        Duty duty = event.duty();
        String slot = event.upload().slot();
        boolean counted = Boolean.TRUE.equals(event.upload().inTime()) && cutOff(duty);
        if (counted
                && completeness.silent(duty).stream().anyMatch(one -> one.code().equals(slot))) {
            cutOffs.emptyAfterAll(duty, slot);
        }
    }

    /** Before the deadline the unit sees the refusal and hands in another; a cut-off that is still to come sees it, too. */
    private boolean cutOff(Duty duty) {
        boolean over = !time.now().isBefore(duty.effectiveDeadline());
        return over && (duty.state() != Duty.State.OPEN || duty.outcome() != null);
    }
}
