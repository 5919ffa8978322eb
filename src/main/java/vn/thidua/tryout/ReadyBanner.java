package vn.thidua.tryout;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.core.env.Environment;

/** What stands on the screen once the server can be used: the address, whom to sign in as, where passwords and mails lie. */
final class ReadyBanner {

    private static final Sentences SENTENCES = new Sentences("tryout/sentences.properties");
    private static final String RULE = "─".repeat(78);

    private final Tryout tryout;
    private final List<Account> accounts;
    private final PrintStream out;

    ReadyBanner(Tryout tryout, List<Account> accounts, PrintStream out) {
        this.tryout = tryout;
        this.accounts = accounts;
        this.out = out;
    }

    void print(ApplicationReadyEvent ready) {
        Environment environment = ready.getApplicationContext().getEnvironment();
        out.println(RULE);
        out.println(SENTENCES.get("ready", address(environment)));
        out.println();
        List<Account> shown = Stream.concat(
                        Stream.of(TryoutPasswords.ADMINISTRATOR),
                        accounts.stream().filter(Account::worthTrying))
                .toList();
        int width = shown.stream().mapToInt(a -> a.id().length()).max().orElse(1);
        shown.forEach(a -> out.println("  " + a.id() + " ".repeat(width - a.id().length()) + "  " + inWords(a)));
        out.println();
        out.println(SENTENCES.get(
                "passwordsIn", accounts.size() + 1, tryout.passwords().file()));
        if (environment.getProperty("spring.mail.host", "").isBlank()) {
            out.println(SENTENCES.get("mailsIn", environment.getProperty("thidua.mail.directory", "")));
        }
        out.println(SENTENCES.get("onlyHere"));
        out.println(RULE);
        out.flush();
    }

    static void printAddress(ApplicationReadyEvent ready, PrintStream out) {
        Environment environment = ready.getApplicationContext().getEnvironment();
        out.println(SENTENCES.get("ready", environment.getProperty("thidua.base-url", address(environment))));
        out.flush();
    }

    private String inWords(Account account) {
        return tryout.passwords().of(account.id()).orElse("?") + "  " + account.function();
    }

    private static String address(Environment environment) {
        return "http://localhost:" + environment.getProperty("local.server.port", "8080");
    }
}
