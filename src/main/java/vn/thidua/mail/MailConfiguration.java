package vn.thidua.mail;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.thidua.journal.Journal;

/** Which way mail leaves, who is told, and whether a scheduler sends it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
public class MailConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(MailConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    MailTransport mailTransport(MailProperties properties, ObjectProvider<JavaMailSender> smtp) {
        JavaMailSender sender =
                properties.mail().transport() == MailProperties.Transport.DIRECTORY ? null : smtp.getIfAvailable();
        if (sender != null) {
            return new SmtpTransport(sender);
        }
        if (properties.mail().transport() == MailProperties.Transport.SMTP) {
            throw new IllegalStateException("thidua.mail.transport is SMTP but spring.mail.host is not set");
        }
        LOG.info("Mails are written to {}", properties.mail().directory());
        return new DirectoryTransport(Path.of(properties.mail().directory()));
    }

    @Bean
    @ConditionalOnMissingBean
    MailSent mailSent(Journal journal) {
        return new JournalMailSent(journal);
    }

    /** Off in rehearsals and tests: there the driver calls the sender. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @ConditionalOnProperty(name = "thidua.mail.poll-enabled", havingValue = "true", matchIfMissing = true)
    static class Polling {

        @Bean
        MailPoller mailPoller(MailSenderJob sender) {
            return new MailPoller(sender);
        }
    }
}
