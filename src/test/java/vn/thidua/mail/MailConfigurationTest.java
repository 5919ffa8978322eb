package vn.thidua.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import vn.thidua.TestDatabase;

class MailConfigurationTest {

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"vn.thidua.journal", "vn.thidua.mail"})
    static class Application {}

    @TempDir
    private Path directory;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    JdbcTemplateAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    MailSenderAutoConfiguration.class))
            .withBean(DataSource.class, () -> TestDatabase.createMigratedDataSource("mailcontext"))
            .withUserConfiguration(Application.class)
            .withPropertyValues("thidua.mail.poll-enabled=false", "thidua.seal.poll-enabled=false");

    @Test
    void withoutAServerMailsAreFiles() {
        application
                .withPropertyValues(
                        "thidua.mail.directory=" + directory, "thidua.base-url=https://thidua.example:8443/x")
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(MailPoller.class);
                    assertThat(context.getBean(MailTransport.class)).isInstanceOf(DirectoryTransport.class);
                    context.getBean(Outbox.class)
                            .enqueue(SampleMails.taskOpened().to("a@b.example", "Đức", "k", "y", null, null));
                    assertThat(context.getBean(MailSenderJob.class).sendDue()).isEqualTo(1);
                    try (Stream<Path> files = Files.list(directory)) {
                        Path file = files.findFirst().orElseThrow();
                        assertThat(file.toString()).endsWith("-000001-task-opened-a-b-example.eml");
                        assertThat(Files.readString(file)).contains("thi-dua@thidua.example", "@thidua.example>");
                    }
                });
    }

    @Test
    void withAServerTheyGoThere() {
        application
                .withPropertyValues("spring.mail.host=localhost")
                .run(context -> assertThat(context.getBean(MailTransport.class)).isInstanceOf(SmtpTransport.class));
    }

    @Test
    void aRehearsalNeverUsesTheServer() {
        application
                .withPropertyValues("spring.mail.host=localhost", "thidua.mail.transport=directory")
                .run(context ->
                        assertThat(context.getBean(MailTransport.class)).isInstanceOf(DirectoryTransport.class));
    }

    @Test
    void smtpWithoutAServerIsRefused() {
        application
                .withPropertyValues("thidua.mail.transport=smtp")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("spring.mail.host"));
    }

    @Test
    void aSchedulerSendsInService() {
        application
                .withPropertyValues(
                        "thidua.mail.poll-enabled=true", "thidua.mail.poll=50ms", "thidua.mail.directory=" + directory)
                .run(context -> {
                    context.getBean(Outbox.class)
                            .enqueue(SampleMails.taskOpened().to("a@b.example", "Đức", "k", "y", null, null));
                    long patience = System.nanoTime() + 20_000_000_000L;
                    while (System.nanoTime() < patience && count() == 0) {
                        Thread.sleep(20);
                    }
                    assertThat(count()).isEqualTo(1);
                });
    }

    private long count() throws java.io.IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml")).count();
        }
    }
}
