package vn.thidua.evidence.receiving;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import vn.thidua.evidence.store.StoreSweep;
import vn.thidua.evidence.submission.FileChecks;

/** What happens to files by schedule: examined, ended after a crash, swept. A database or store that is away is one line in the log. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "thidua.evidence.background", havingValue = "true", matchIfMissing = true)
class FileHousekeeping {

    @Bean
    Schedule fileSchedule(FileChecks checks, UploadEnding ending, UploadSweep uploads, StoreSweep store) {
        return new Schedule(checks, ending, uploads, store);
    }

    static class Schedule {
        private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
        private static final Duration SPARED = Duration.ofHours(24);

        private final FileChecks checks;
        private final UploadEnding ending;
        private final UploadSweep uploads;
        private final StoreSweep store;
        private boolean failing;

        Schedule(FileChecks checks, UploadEnding ending, UploadSweep uploads, StoreSweep store) {
            this.checks = checks;
            this.ending = ending;
            this.uploads = uploads;
            this.store = store;
        }

        @Scheduled(fixedDelayString = "${thidua.evidence.check-every:1s}")
        void examine() {
            attempt(checks::examineDue);
        }

        @Scheduled(fixedDelayString = "${thidua.evidence.end-every:20s}")
        void end() {
            attempt(ending::endLeftOver);
        }

        @Scheduled(fixedDelayString = "${thidua.evidence.sweep-every:1h}")
        void sweep() {
            attempt(() -> {
                uploads.sweep();
                store.sweep(SPARED);
            });
        }

        private void attempt(Work work) {
            try {
                work.run();
                failing = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException e) {
                if (!failing) {
                    LOG.error("Files cannot be looked after, goes on trying", e);
                }
                failing = true;
            }
        }

        private interface Work {
            void run() throws IOException, InterruptedException;
        }
    }
}
