package vn.thidua.tryout;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the server its database, once all configuration is known and before any bean is made: the one configured, or a
 * try-out. Only the command that serves uses it; tests and rehearsals bring databases of their own.
 */
public final class ServeDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final Path folder;
    private final Supplier<List<Account>> people;
    private final Past past;
    private final PrintStream out;

    /** @param people asked only if this becomes a try-out */
    public ServeDatabase(Path folder, Supplier<List<Account>> people, Past past, PrintStream out) {
        this.folder = folder;
        this.people = people;
        this.past = past;
        this.out = out;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        String url = environment.getProperty("spring.datasource.url", "");
        requireFreePort(environment, url.isBlank());
        if (url.isBlank()) {
            openTryout(context);
        } else {
            askDatabase(context, url);
        }
        ((GenericApplicationContext) context).registerBean(RealClockGuard.class);
    }

    private void openTryout(ConfigurableApplicationContext context) {
        List<Account> accounts = people.get();
        Tryout tryout = Tryout.open(folder, accounts, past, out);
        SpringApplication.getShutdownHandlers().add(tryout::close);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("tryout", tryout.settings()));
        whenReady(context, ready -> new ReadyBanner(tryout, accounts, out).print(ready));
    }

    private void askDatabase(ConfigurableApplicationContext context, String url) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Credentials credentials = new Credentials(
                url,
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
        String adminPassword = environment.getProperty("thidua.admin.password", "");
        ConfiguredDatabase database = ConfiguredDatabase.hold(credentials, adminPassword);
        whenReady(context, ready -> {
            database.close();
            ReadyBanner.printAddress(ready, out);
        });
    }

    private static void whenReady(
            ConfigurableApplicationContext context, ApplicationListener<ApplicationReadyEvent> listener) {
        context.addApplicationListener(listener);
    }

    /** Asked first: a taken port should not be found after a minute of preparations. */
    private static void requireFreePort(ConfigurableEnvironment environment, boolean loopback) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        String address = loopback ? "127.0.0.1" : environment.getProperty("server.address");
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(addressOrAny(address), port));
        } catch (IOException e) {
            throw StartRefused.because(e, "portTaken", port);
        }
    }

    private static @Nullable InetAddress addressOrAny(@Nullable String address) throws IOException {
        return address == null || address.isBlank() ? null : InetAddress.getByName(address);
    }

    /** Settings that point Spring at a database. */
    public static Map<String, Object> settings(Credentials credentials) {
        return Map.of(
                "spring.datasource.url", credentials.url(),
                "spring.datasource.username", credentials.user(),
                "spring.datasource.password", credentials.password());
    }
}
