package vn.thidua.web.rest;

import jakarta.ws.rs.ApplicationPath;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.glassfish.jersey.jackson.JacksonFeature;

/** The engine's REST interface at {@code /engine-rest}, with our error texts. */
@ApplicationPath("/engine-rest")
public class EngineRest extends CamundaJerseyResourceConfig {

    @Override
    protected void registerCamundaRestResources() {
        registerClasses(CamundaRestResources.getResourceClasses());
        registerClasses(ErrorMappers.replaceIn(CamundaRestResources.getConfigurationClasses()));
        register(OwnTasks.class);
        register(JacksonFeature.class);
    }
}
