package vn.thidua;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.thidua.plan.PlanReading;
import vn.thidua.tryout.PrivateDatabase;
import vn.thidua.tryout.ServeDatabase;

/** {@code rehearse PLAN.yaml [--script SCRIPT.yaml] --out DIR}: the year, checked first, then run in virtual time. */
@Command(
        name = "rehearse",
        synopsisHeading = "Cách dùng: ",
        customSynopsis = "java -jar thidua.jar rehearse PLAN.yaml [--script SCRIPT.yaml] --out DIR",
        description = "Diễn tập cả năm theo một kế hoạch, trong thời gian ảo.")
final class RehearseCommand implements Callable<Integer>, ChecksItsCall {

    private final Streams streams;

    @Parameters(paramLabel = "PLAN.yaml", description = "Kế hoạch năm thi đua.")
    private @Nullable Path plan;

    @Option(names = "--script", paramLabel = "SCRIPT.yaml", description = "Kịch bản: ai nộp gì, khi nào.")
    private @Nullable Path script;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Thư mục kết quả, chưa có hoặc còn trống.")
    private @Nullable Path out;

    RehearseCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public List<String> wrongWithCall() {
        List<String> wrong = new ArrayList<>();
        CallErrors.unreadable(plan).ifPresent(wrong::add);
        CallErrors.unreadable(script).ifPresent(wrong::add);
        if (out != null) {
            wrongWithOut(out).ifPresent(wrong::add);
        }
        return wrong;
    }

    @Override
    public Integer call() throws Exception {
        PlanReading reading = PlanJudgement.of(Objects.requireNonNull(plan), streams.out());
        if (reading.hasErrors()) {
            streams.err().println(Calls.SENTENCES.get("notStarted"));
            return ExitCode.NOT_VALID;
        }
        Path results = Objects.requireNonNull(out);
        Files.createDirectories(results);
        String scriptYaml = script == null ? null : Files.readString(script);
        try (PrivateDatabase database = PrivateDatabase.start()) {
            return Parts.rehearse()
                    .run(
                            new Rehearse.Call(
                                    reading.yaml(),
                                    scriptYaml,
                                    results,
                                    ServeDatabase.settings(database.credentials())),
                            streams.out());
        }
    }

    private static Optional<String> wrongWithOut(Path out) {
        if (!Files.exists(out)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(out)) {
            return Optional.of(Calls.SENTENCES.get("outNoFolder", out));
        }
        try (Stream<Path> content = Files.list(out)) {
            if (content.findAny().isPresent()) {
                return Optional.of(Calls.SENTENCES.get("outNotEmpty", out));
            }
        } catch (IOException e) {
            return Optional.of(Calls.SENTENCES.get("outNotWritable", out));
        }
        return Files.isWritable(out) ? Optional.empty() : Optional.of(Calls.SENTENCES.get("outNotWritable", out));
    }
}
