package vn.thidua.rehearsal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.thidua.plan.PlanReading;

/**
 * Boots the application without a web server on a database of its own and runs one whole year in it. The JVM should be its
 * own too: the engine's clock is the whole JVM's.
 */
public final class Rehearsal {
    private final Class<?> application;

    /** @param application the Spring Boot application */
    public Rehearsal(Class<?> application) {
        this.application = application;
    }

    /**
     * @param plan without errors
     * @param out an empty folder
     * @param settings Spring properties that point at an empty database
     * @return whether the year reached its close
     */
    public boolean run(PlanReading plan, Script script, Path out, Map<String, Object> settings, PrintStream progress)
            throws IOException {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("camunda.bpm.job-execution.enabled", "false");
        properties.put("thidua.clock.follow-database", "false");
        properties.put("thidua.mail.poll-enabled", "false");
        // Whatever the surroundings say, a rehearsal never writes to real people.
        properties.put("thidua.mail.transport", "DIRECTORY");
        properties.put("thidua.mail.directory", out.resolve("mail").toString());
        properties.put("spring.main.web-application-type", "none");
        // This one asks for a web server, unlike all others that bring the web.
        properties.put(
                "spring.autoconfigure.exclude",
                "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration");
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .initializers(c -> c.getEnvironment()
                        .getPropertySources()
                        .addFirst(new org.springframework.core.env.MapPropertySource("rehearsal", properties)))
                .run("--logging.level.vn.thidua=warn")) {
            return context.getBean(RehearsedYear.class).run(plan, script, out, progress);
        }
    }
}
