package vn.thidua.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * One server, one database, one context for all tests of the web part. They come before those of the whole application: the
 * REST layer finds its engine by a name that is the same in both, and the one made last has it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(1000)
@SpringBootTest(
        classes = WebTestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.deployment-resource-pattern=classpath:/web/*.bpmn,classpath:/web/*.form",
            "camunda.bpm.generic-properties.properties.history-time-to-live=P30D",
            "spring.flyway.baseline-on-migrate=true",
            "spring.flyway.baseline-version=0",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.metrics.enabled=false",
            "thidua.base-url=http://localhost:8080",
            "thidua.web.throttle.answer-time=250ms",
            "logging.level.root=WARN",
            "logging.level.org.camunda.bpm.engine.rest.exceptions=ERROR"
        })
@Import(WebTestBeans.class)
public @interface WebTest {}
