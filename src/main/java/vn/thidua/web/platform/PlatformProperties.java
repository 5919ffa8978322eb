package vn.thidua.web.platform;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.WebappProperty;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;

/** Sets what of Camunda's own properties must not be forgotten: authorisations, the web apps' cookies and headers. */
public final class PlatformProperties implements BeanPostProcessor {

    private final Environment environment;

    public PlatformProperties(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof CamundaBpmProperties camunda) {
            camunda.getAuthorization().setEnabled(true);
            camunda.getAuthorization().setTenantCheckEnabled(true);
            secure(camunda.getWebapp(), environment.getProperty("thidua.web.https", Boolean.class, false));
        }
        return bean;
    }

    private static void secure(WebappProperty web, boolean https) {
        web.setIndexRedirectEnabled(false);
        web.getCsrf().setEnableSecureCookie(https);
        web.getSessionCookie().setEnableSecureCookie(https);
        web.getHeaderSecurity().setHstsDisabled(!https);
    }
}
