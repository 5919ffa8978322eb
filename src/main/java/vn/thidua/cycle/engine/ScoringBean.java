package vn.thidua.cycle.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.Scoring;

/** The criteria in force and the freeze, for the diagrams. */
@Component("scoring")
public class ScoringBean {
    private final Scoring scoring;

    ScoringBean(Scoring scoring) {
        this.scoring = scoring;
    }

    public void settleCriteria(DelegateExecution execution) {
        scoring.settleCriteria(Years.id(execution));
    }

    public boolean frozen(DelegateExecution execution) {
        return scoring.frozen(Years.id(execution));
    }
}
