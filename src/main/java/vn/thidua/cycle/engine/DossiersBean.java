package vn.thidua.cycle.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.DossierParts;

/** Dossiers, for the diagram of the ministry's dossier. */
@Component("dossiers")
public class DossiersBean {
    private final DossierParts dossiers;

    DossiersBean(DossierParts dossiers) {
        this.dossiers = dossiers;
    }

    public boolean anyLeft(DelegateExecution execution) {
        return dossiers.anyLeft(Years.id(execution));
    }

    /** What diagrams ask in years that started before {@link #anyLeft} was there; running years keep their diagrams. */
    public boolean anyComplete(DelegateExecution execution) {
        return anyLeft(execution);
    }
}
