package vn.thidua.evidence.receiving;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thidua.calendar.TimeSource;
import vn.thidua.evidence.EvidenceProperties;
import vn.thidua.evidence.check.EvidenceCheck;
import vn.thidua.evidence.check.Limits;
import vn.thidua.evidence.store.DirectoryStore;
import vn.thidua.evidence.store.FileStore;
import vn.thidua.evidence.store.S3Store;
import vn.thidua.evidence.submission.Anchors;

/** Puts receiving together from its settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceProperties.class)
class ReceivingConfiguration {

    @Bean
    @ConditionalOnMissingBean
    FileStore fileStore(EvidenceProperties properties, TimeSource time) {
        return switch (properties.store()) {
            case DIRECTORY -> new DirectoryStore(Path.of(properties.directory()).resolve("store"), time);
            case S3 -> new S3Store(properties.s3());
        };
    }

    @Bean
    Incoming incoming(EvidenceProperties properties) {
        return new Incoming(Path.of(properties.directory()).resolve("incoming"));
    }

    @Bean
    Examiner examiner(EvidenceProperties properties, FileStore store) {
        int atOnce = properties.checksAtOnce();
        return new Examiner(new EvidenceCheck(Limits.USUAL, atOnce), store, atOnce);
    }

    @Bean
    @ConditionalOnMissingBean
    VirusCheck virusCheck(EvidenceProperties properties) {
        String clamd = properties.clamd();
        return clamd == null || clamd.isBlank() ? VirusCheck.NONE : new ClamdCheck(clamd);
    }

    @Bean
    Anchors anchors(EvidenceProperties properties) {
        String directory = properties.anchors();
        return new Anchors(directory == null || directory.isBlank() ? null : Path.of(directory));
    }
}
