package vn.thidua.cycle.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.CutOffs;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;

/** What a deadline's timer calls. */
@Component("cutOff")
public class CutOff {
    private final CutOffs cutOffs;

    CutOff(CutOffs cutOffs) {
        this.cutOffs = cutOffs;
    }

    public void act(DelegateExecution execution, String type) {
        cutOffs.act(Years.id(execution), DutyType.valueOf(type));
    }

    public void mend(DelegateExecution execution) {
        cutOffs.mend(DutyKey.parse(execution.getProcessBusinessKey()));
    }

    public void closeLate(DelegateExecution execution, String type) {
        cutOffs.closeLate(Years.id(execution), DutyType.valueOf(type));
    }
}
