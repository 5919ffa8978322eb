package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.thidua.web.guard.SecurityHeadersFilter;
import vn.thidua.web.platform.PlatformProperties;

/** {@code thidua.web.https} makes cookies secure and tells browsers to stay with HTTPS; without it neither would work. */
class HttpsTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void decidesOnCookiesAndTransport(boolean https) throws ServletException, IOException {
        CamundaBpmProperties camunda = new CamundaBpmProperties();
        MockEnvironment environment = new MockEnvironment().withProperty("thidua.web.https", String.valueOf(https));
        new PlatformProperties(environment, new StaticListableBeanFactory().getBeanProvider(CamundaBpmProperties.class))
                .postProcessAfterInitialization(camunda, "camunda");
        assertThat(camunda.getAuthorization().isEnabled()).isTrue();
        assertThat(camunda.getWebapp().getCsrf().isEnableSecureCookie()).isEqualTo(https);
        assertThat(camunda.getWebapp().getSessionCookie().isEnableSecureCookie())
                .isEqualTo(https);
        assertThat(camunda.getWebapp().getHeaderSecurity().isHstsDisabled()).isEqualTo(!https);

        MockHttpServletResponse response = new MockHttpServletResponse();
        new SecurityHeadersFilter(https)
                .doFilter(new MockHttpServletRequest("GET", "/mat-khau"), response, new MockFilterChain());
        assertThat(response.getHeader("Strict-Transport-Security")).isEqualTo(https ? "max-age=31536000" : null);
    }
}
