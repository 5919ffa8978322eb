package vn.thidua;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.thidua.cycle.documents.DocumentDemand;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReading;
import vn.thidua.rehearsal.Script;
import vn.thidua.rehearsal.ScriptReader;
import vn.thidua.rehearsal.ScriptReading;
import vn.thidua.tryout.PrivateDatabase;
import vn.thidua.tryout.ServeDatabase;

/** {@code rehearse PLAN.yaml [--script SCRIPT.yaml] --out DIR}: the year, checked first, then run in virtual time. */
@Command(
        name = "rehearse",
        synopsisHeading = "Cách dùng: ",
        customSynopsis =
                "java -jar thidua.jar rehearse PLAN.yaml [--script SCRIPT.yaml] [--files none|few|all] --out DIR",
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

    @Option(
            names = "--files",
            paramLabel = "MỨC",
            description = {
                "Tệp PDF ký số mẫu được nộp trong diễn tập: none (không có), few (vài đơn vị, mặc định)",
                "hoặc all (mọi đơn vị, mọi dòng tiêu chí; lâu hơn)."
            })
    private String files = "few";

    RehearseCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public List<String> wrongWithCall() {
        List<String> wrong = new ArrayList<>();
        CallErrors.unreadable(plan).ifPresent(wrong::add);
        CallErrors.unreadable(script).ifPresent(wrong::add);
        if (!Set.of("none", "few", "all").contains(files)) {
            wrong.add(Calls.SENTENCES.get("badFiles", files));
        }
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
        Optional<Script> steps = script == null ? Optional.of(Script.USUAL) : read(script, reading.validPlan());
        if (steps.isEmpty()) {
            return ExitCode.NOT_JUDGED;
        }
        Path results = Objects.requireNonNull(out);
        Files.createDirectories(results);
        try (PrivateDatabase database = PrivateDatabase.start()) {
            return Parts.rehearse()
                    .run(
                            new Rehearse.Call(
                                    reading,
                                    steps.get(),
                                    level(),
                                    results,
                                    ServeDatabase.settings(database.credentials())),
                            streams.out());
        }
    }

    private DocumentDemand.Level level() {
        return DocumentDemand.Level.valueOf(files.toUpperCase(Locale.ROOT));
    }

    /** Empty where the script has mistakes, which are all named. */
    private Optional<Script> read(Path file, Plan plan) throws IOException {
        ScriptReading reading;
        try {
            reading = ScriptReader.read(Files.readString(file), plan);
        } catch (CharacterCodingException e) {
            streams.err().println(Calls.SENTENCES.get("scriptNoUtf8", file));
            return Optional.empty();
        }
        for (ScriptReading.Mistake mistake : reading.mistakes()) {
            String where = mistake.line() > 0 ? file + ":" + mistake.line() : file.toString();
            streams.err().println(Calls.SENTENCES.get("error", where, mistake.message()));
        }
        if (!reading.mistakes().isEmpty()) {
            streams.err()
                    .println(Calls.SENTENCES.get(
                            "scriptWrong", file, reading.mistakes().size()));
            return Optional.empty();
        }
        return Optional.of(reading.script());
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
