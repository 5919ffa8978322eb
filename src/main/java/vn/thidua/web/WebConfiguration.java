package vn.thidua.web;

import jakarta.servlet.Filter;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.thidua.mail.Outbox;
import vn.thidua.web.guard.Administrators;
import vn.thidua.web.guard.BasicAuthenticationFilter;
import vn.thidua.web.guard.ChangesFilter;
import vn.thidua.web.guard.LoginFilter;
import vn.thidua.web.guard.QueryGuardFilter;
import vn.thidua.web.guard.SecurityHeadersFilter;
import vn.thidua.web.guard.SetupClosedFilter;
import vn.thidua.web.login.PasswordLinks;
import vn.thidua.web.platform.PlatformAtStart;
import vn.thidua.web.platform.PlatformAuthorizations;
import vn.thidua.web.platform.PlatformProperties;
import vn.thidua.web.platform.TasklistFilters;
import vn.thidua.web.rest.EngineRest;

/** Puts the parts of the web together; the filters stand in front of all of Camunda's, in the order of their numbers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(WebProperties.class)
public class WebConfiguration implements WebMvcConfigurer {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 100;

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/camunda/app/tasklist/default/");
    }

    @Bean
    static PlatformProperties platformProperties(
            Environment environment, ObjectProvider<CamundaBpmProperties> properties) {
        return new PlatformProperties(environment, properties);
    }

    @Bean
    PlatformAuthorizations platformAuthorizations(AuthorizationService authorizations, IdentityService identity) {
        return new PlatformAuthorizations(authorizations, identity);
    }

    @Bean
    TasklistFilters tasklistFilters(
            FilterService filters, TaskService tasks, PlatformAuthorizations platformAuthorizations) {
        return new TasklistFilters(filters, tasks, platformAuthorizations);
    }

    @Bean
    PlatformAtStart platformAtStart(
            PlatformAuthorizations authorizations,
            TasklistFilters filters,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        return new PlatformAtStart(authorizations, filters, jdbc, transaction);
    }

    @Bean
    PasswordLinks passwordLinks(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            IdentityService identity,
            Outbox outbox,
            @Value("${thidua.base-url:http://localhost:8080}") String baseUrl,
            WebProperties properties) {
        return new PasswordLinks(jdbc, transaction, identity, outbox, baseUrl, properties.linkLife());
    }

    @Bean
    EngineRest engineRest() {
        return new EngineRest();
    }

    @Bean
    FilterRegistrationBean<SecurityHeadersFilter> securityHeaders(WebProperties properties) {
        return filter(new SecurityHeadersFilter(properties.https()), 0, "/*");
    }

    @Bean
    FilterRegistrationBean<SetupClosedFilter> setupClosed() {
        return filter(new SetupClosedFilter(), 1, "/camunda/*");
    }

    @Bean
    FilterRegistrationBean<LoginFilter> login(WebProperties properties) {
        return filter(new LoginFilter(properties.throttle().answerTime()), 2, "/camunda/api/*", "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<BasicAuthenticationFilter> basicAuthentication(ProcessEngine engine) {
        return filter(new BasicAuthenticationFilter(engine), 3, "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<ChangesFilter> changes(ProcessEngine engine) {
        return filter(new ChangesFilter(new Administrators(engine)), 4, "/camunda/api/*", "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<QueryGuardFilter> queryGuard(ProcessEngine engine) {
        return filter(new QueryGuardFilter(new Administrators(engine)), 5, "/camunda/api/*", "/engine-rest/*");
    }

    private static <F extends Filter> FilterRegistrationBean<F> filter(F filter, int place, String... patterns) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(patterns);
        registration.setOrder(FIRST + place);
        return registration;
    }
}
