package vn.thidua;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.thidua.plan.PlanReading;
import vn.thidua.tryout.ChildPast;
import vn.thidua.tryout.ConfiguredDatabase;
import vn.thidua.tryout.Credentials;
import vn.thidua.tryout.SamplePeople;
import vn.thidua.tryout.ServeDatabase;
import vn.thidua.tryout.Tryout;

/**
 * {@code start PLAN.yaml [--yes]}: on the configured database, or on {@code ./data} while no server runs there. A new
 * {@code ./data} becomes a try-out first, with its past, as the server would make it.
 */
@Command(
        name = "start",
        synopsisHeading = "Cách dùng: ",
        customSynopsis = "java -jar thidua.jar start PLAN.yaml [--yes]",
        description = "Khởi động năm thi đua theo một kế hoạch (sau khi xem và xác nhận).")
final class StartCommand implements Callable<Integer>, ChecksItsCall {

    private final Streams streams;

    @Parameters(paramLabel = "PLAN.yaml", description = "Kế hoạch năm thi đua.")
    private @Nullable Path plan;

    @Option(names = "--yes", description = "Không hỏi lại.")
    private boolean yes;

    StartCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public List<String> wrongWithCall() {
        return CallErrors.unreadable(plan).stream().toList();
    }

    @Override
    public Integer call() throws Exception {
        PlanReading reading = PlanJudgement.of(Objects.requireNonNull(plan), streams.out());
        if (reading.hasErrors()) {
            streams.err().println(Calls.SENTENCES.get("notStarted"));
            return ExitCode.NOT_VALID;
        }
        if (!yes && System.console() == null) {
            streams.err().println(Calls.SENTENCES.get("nobodyConfirms"));
            return ExitCode.NOT_JUDGED;
        }
        Optional<Credentials> configured = Credentials.configured();
        if (configured.isPresent()) {
            String adminPassword = Objects.requireNonNullElse(System.getenv("THIDUA_ADMIN_PASSWORD"), "");
            try (ConfiguredDatabase held = ConfiguredDatabase.hold(configured.get(), adminPassword)) {
                return start(reading.yaml(), ServeDatabase.settings(configured.get()));
            }
        }
        try (Tryout tryout =
                Tryout.open(Serve.dataFolder(), SamplePeople.accounts(), new ChildPast(streams.out()), streams.out())) {
            return start(reading.yaml(), tryout.settings());
        }
    }

    private int start(String yaml, Map<String, Object> settings) throws IOException {
        return Parts.startYear().run(new StartYear.Call(yaml, settings), this::confirmed, streams.out());
    }

    private boolean confirmed(String question) {
        Console console = System.console();
        if (yes || console == null) {
            return yes;
        }
        streams.out().print(question + " [có/không] ");
        String answer = console.readLine();
        return answer != null
                && List.of("có", "co", "c", "y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
