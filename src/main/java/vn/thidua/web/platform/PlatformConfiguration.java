package vn.thidua.web.platform;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thidua.web.WebProperties;
import vn.thidua.web.login.LoginThrottle;

/**
 * The engine's settings, with a web server or without: accounts and years made by a command that serves nobody have the same
 * rights as those made in Tasklist.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
class PlatformConfiguration {

    @Bean
    LoginThrottle loginThrottle(WebProperties properties) {
        WebProperties.Throttle throttle = properties.throttle();
        return new LoginThrottle(
                throttle.perAccount(), throttle.perAddress(), throttle.window(), InstantSource.system());
    }

    @Bean
    PlatformEnginePlugin platformEnginePlugin(LoginThrottle throttle) {
        return new PlatformEnginePlugin(throttle);
    }
}
