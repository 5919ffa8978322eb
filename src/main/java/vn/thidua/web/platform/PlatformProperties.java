package vn.thidua.web.platform;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.WebappProperty;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappInitializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import vn.thidua.web.rest.WebAppServlets;

/**
 * Sets what of Camunda's own properties must not be forgotten (authorisations, the web apps' cookies and headers) and puts
 * {@link WebAppServlets} in the place of Camunda's own, which its auto-configuration does not let one replace.
 */
public final class PlatformProperties implements BeanPostProcessor {

    private final Environment environment;
    private final ObjectProvider<CamundaBpmProperties> properties;

    public PlatformProperties(Environment environment, ObjectProvider<CamundaBpmProperties> properties) {
        this.environment = environment;
        this.properties = properties;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof CamundaBpmProperties camunda) {
            camunda.getAuthorization().setEnabled(true);
            camunda.getAuthorization().setTenantCheckEnabled(true);
            secure(camunda.getWebapp(), environment.getProperty("thidua.web.https", Boolean.class, false));
        }
        return bean.getClass() == CamundaBpmWebappInitializer.class ? new WebAppServlets(properties.getObject()) : bean;
    }

    private static void secure(WebappProperty web, boolean https) {
        web.setIndexRedirectEnabled(false);
        if (https) {
            web.getCsrf().setEnableSecureCookie(true);
            web.getSessionCookie().setEnableSecureCookie(true);
            web.getHeaderSecurity().setHstsDisabled(false);
        }
    }
}
