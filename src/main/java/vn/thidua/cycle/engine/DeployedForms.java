package vn.thidua.cycle.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The Camunda Form that was deployed together with a diagram: a running year keeps both as they were. */
@Component
class DeployedForms {
    private static final String DEPLOYED = "camunda-forms:deployment:";

    private final RepositoryService repository;
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    DeployedForms(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /** A form key. Deployed from a jar a resource is called by its file's name, from a folder by its whole path. */
    String key(DelegateExecution execution, String form) {
        return keys.computeIfAbsent(execution.getProcessDefinitionId() + "/" + form, k -> find(execution, form));
    }

    private String find(DelegateExecution execution, String form) {
        String deployment = repository
                .getProcessDefinition(execution.getProcessDefinitionId())
                .getDeploymentId();
        String file = form + ".form";
        return DEPLOYED
                + repository.getDeploymentResourceNames(deployment).stream()
                        .filter(name -> name.equals(file) || name.endsWith("/" + file))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no form " + file + " was deployed"));
    }
}
