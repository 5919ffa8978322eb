package vn.thidua.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** One server, one database, one context for all tests of the web part. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
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
