package vn.thidua;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on an embedded PostgreSQL, in virtual time, with no job executor of its own: one Spring context for
 * all tests that carry this.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ThiduaApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "camunda.bpm.job-execution.enabled=false",
            "thidua.clock.follow-database=false",
            "thidua.mail.poll-enabled=false",
            "thidua.seal.poll-enabled=false",
            "thidua.evidence.background=false",
            "thidua.evidence.demanded=false",
            "thidua.evidence.directory=target/test-files",
            "thidua.evidence.anchors=target/test-anchors",
            "thidua.mail.transport=DIRECTORY",
            "thidua.mail.directory=target/test-mail"
        })
@ContextConfiguration(initializers = TestDatabaseInitializer.class)
public @interface ThiduaTest {}
