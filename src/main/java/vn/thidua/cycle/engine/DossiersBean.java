package vn.thidua.cycle.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.Dossiers;

/** Dossiers, for the diagram of the ministry's dossier. */
@Component("dossiers")
public class DossiersBean {
    private final Dossiers dossiers;

    DossiersBean(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    public boolean anyLeft(DelegateExecution execution) {
        return dossiers.anyLeft(Years.id(execution));
    }
}
