package vn.thidua.journal.seal;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sealer's loop; off in rehearsals and tests, which seal when they want to. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "thidua.seal.poll-enabled", havingValue = "true", matchIfMissing = true)
class SealConfiguration {

    @Bean
    SealLoop sealLoop(Sealer sealer, @Value("${thidua.seal.poll:300ms}") Duration every) {
        return new SealLoop(sealer, every);
    }
}
