package vn.thidua.web.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappInitializer;
import org.camunda.bpm.spring.boot.starter.webapp.filter.LazyDelegateFilter;
import org.camunda.bpm.spring.boot.starter.webapp.filter.ResourceLoaderDependingFilter;
import org.camunda.bpm.spring.boot.starter.webapp.filter.ResourceLoadingProcessEnginesFilter;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.glassfish.jersey.servlet.ServletContainer;

/**
 * The web apps' servlets and filters, with our error texts and without the resource that sets up a first administrator.
 * Ours are registered first, under Camunda's names, which it then finds taken; the filter that serves the pages keeps its
 * place behind those that know and check the caller.
 */
public final class WebAppServlets extends CamundaBpmWebappInitializer {

    private static final String PAGES = "Engines Filter";

    public WebAppServlets(CamundaBpmProperties properties) {
        super(properties);
    }

    @Override
    public void onStartup(ServletContext context) {
        register(context, "Engine Api", Engine.class, "engine");
        register(context, "Admin Api", Admin.class, "admin");
        register(context, "Cockpit Api", Cockpit.class, "cockpit");
        register(context, "Tasklist Api", Tasklist.class, "tasklist");
        register(context, "Welcome Api", Welcome.class, "welcome");
        var pages = context.addFilter(PAGES, new PagesFilter());
        super.onStartup(context);
        pages.addMappingForUrlPatterns(
                EnumSet.of(DispatcherType.REQUEST), true, "/camunda/api/*", "/camunda/app/*", "/camunda/", "/camunda");
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
            Set<Class<?>> classes = ErrorMappers.replaceIn(super.getClasses());
            classes.add(OwnTasks.class);
            return classes;
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

    private static final class PagesFilter extends LazyDelegateFilter<ResourceLoaderDependingFilter> {
        PagesFilter() {
            super(PagesWithoutSetup.class);
        }
    }

    /**
     * Serves the pages as Vietnamese ones, and even while nobody is an administrator, instead of sending everybody to the
     * set-up.
     */
    public static final class PagesWithoutSetup extends ResourceLoadingProcessEnginesFilter {
        @Override
        protected String getWebResourceContents(String name) throws IOException {
            // As a character reference: Camunda declares the page to be ISO-8859-1.
            return super.getWebResourceContents(name)
                    .replace("<html lang=\"en\">", "<html lang=\"vi\">")
                    .replaceAll("<title>[^<]*</title>", "<title>Thi &#273;ua</title>");
        }

        @Override
        protected boolean needsInitialUser(String engineName) {
            return false;
        }
    }
}
