package vn.thidua;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application without a server: no doors, no timers of its own, nothing sent unless it is asked to. */
final class Detached {
    private static final Map<String, Object> QUIET = Map.of(
            "thidua.evidence.background", "false",
            "camunda.bpm.job-execution.enabled", "false",
            "thidua.clock.follow-database", "false",
            "thidua.mail.poll-enabled", "false",
            "thidua.seal.poll-enabled", "false",
            "spring.main.banner-mode", "off",
            // It asks for a web server without looking whether there is one.
            "spring.autoconfigure.exclude",
                    "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
            "spring.main.log-startup-info", "false");

    private Detached() {}

    /** @param settings Spring properties that point at the database, and whatever else differs */
    static ConfigurableApplicationContext boot(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(QUIET);
        all.putAll(settings);
        String[] arguments = all.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(ThiduaApplication.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(arguments);
    }
}
