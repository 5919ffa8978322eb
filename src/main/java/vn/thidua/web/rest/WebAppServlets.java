package vn.thidua.web.rest;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.Ordered;

/**
 * The REST interfaces of the web apps under {@code /camunda/api}, with our error texts and without the resource that sets
 * up a first administrator. Registered before Camunda registers its own, which then finds the names taken.
 */
public final class WebAppServlets implements ServletContextInitializer, Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void onStartup(ServletContext context) {
        register(context, "Engine Api", Engine.class, "engine");
        register(context, "Admin Api", Admin.class, "admin");
        register(context, "Cockpit Api", Cockpit.class, "cockpit");
        register(context, "Tasklist Api", Tasklist.class, "tasklist");
        register(context, "Welcome Api", Welcome.class, "welcome");
    }

    private static void register(
            ServletContext context, String name, Class<? extends Application> application, String path) {
        var servlet = context.addServlet(name, ServletContainer.class);
        servlet.addMapping("/camunda/api/" + path + "/*");
        servlet.setInitParameter("jakarta.ws.rs.Application", application.getName());
    }

    /** Made by Jersey, by name. */
    public static final class Engine extends EngineRestApplication {
        @Override
        public Set<Class<?>> getClasses() {
            return ErrorMappers.replaceIn(super.getClasses());
        }
    }

    /** Made by Jersey, by name. */
    public static final class Admin extends AdminApplication {
        @Override
        public Set<Class<?>> getClasses() {
            Set<Class<?>> classes = ErrorMappers.replaceIn(super.getClasses());
            classes.remove(SetupResource.class);
            return classes;
        }
    }

    /** Made by Jersey, by name. */
    public static final class Cockpit extends CockpitApplication {
        @Override
        public Set<Class<?>> getClasses() {
            return ErrorMappers.replaceIn(super.getClasses());
        }
    }

    /** Made by Jersey, by name. */
    public static final class Tasklist extends TasklistApplication {
        @Override
        public Set<Class<?>> getClasses() {
            return ErrorMappers.replaceIn(super.getClasses());
        }
    }

    /** Made by Jersey, by name. */
    public static final class Welcome extends WelcomeApplication {
        @Override
        public Set<Class<?>> getClasses() {
            return ErrorMappers.replaceIn(super.getClasses());
        }
    }
}
