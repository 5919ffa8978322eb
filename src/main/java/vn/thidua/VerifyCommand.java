package vn.thidua;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.thidua.evidence.Circumstances;
import vn.thidua.evidence.EvidenceWords;
import vn.thidua.evidence.FileFacts;
import vn.thidua.evidence.Judge;
import vn.thidua.evidence.Judgement;
import vn.thidua.evidence.check.EvidenceCheck;
import vn.thidua.evidence.check.Limits;
import vn.thidua.evidence.check.TrustAnchors;
import vn.thidua.evidence.check.Unreadable;

/**
 * {@code verify FILE.pdf --anchors DIR …}: the verdict on one file as JSON, as the server would give it. For the same file,
 * {@code --received} and anchors the answer is the same in any year.
 */
@Command(
        name = "verify",
        synopsisHeading = "Cách dùng: ",
        customSynopsis = {
            "java -jar thidua.jar verify FILE.pdf --anchors DIR",
            "          [--issued DATE] [--cutoff INSTANT] [--received INSTANT] [--deadline INSTANT] [--issuer NAME]"
        },
        description = "Kiểm tra chữ ký số của một tệp minh chứng và cho biết kết quả (JSON).")
final class VerifyCommand implements Callable<Integer>, ChecksItsCall {
    private static final long MAX_BYTES = 512L << 20;

    private final Streams streams;

    @Parameters(paramLabel = "FILE.pdf", description = "Tệp cần kiểm tra.")
    private @Nullable Path file;

    @Option(
            names = "--anchors",
            required = true,
            paramLabel = "DIR",
            description = "Thư mục chứng thư được tin cậy (.cer .crt .pem .der) và danh sách thu hồi (.crl).")
    private @Nullable Path anchors;

    @Option(names = "--issued", paramLabel = "DATE", description = "Ngày ban hành, ví dụ 2024-11-10.")
    private @Nullable String issued;

    @Option(names = "--cutoff", paramLabel = "INSTANT", description = "Mốc mà văn bản phải có và được ký trước.")
    private @Nullable String cutoff;

    @Option(
            names = "--received",
            paramLabel = "INSTANT",
            description = "Lúc nhận, ví dụ \"2024-11-25 12:59\" (giờ Việt Nam) hoặc ISO 8601.")
    private @Nullable String received;

    @Option(names = "--deadline", paramLabel = "INSTANT", description = "Hạn: nhận đúng lúc đó là muộn.")
    private @Nullable String deadline;

    @Option(names = "--issuer", paramLabel = "NAME", description = "Cơ quan ban hành.")
    private @Nullable String issuer;

    @Option(names = "--trusted-time", description = "Kế hoạch đòi dấu thời gian tin cậy (trustedTimes).")
    private boolean trustedTime;

    VerifyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public List<String> wrongWithCall() {
        List<String> wrong = new ArrayList<>();
        CallErrors.unreadable(file).ifPresent(wrong::add);
        if (anchors != null && !(Files.isDirectory(anchors) && Files.isReadable(anchors))) {
            wrong.add(Calls.SENTENCES.get("anchorsNoFolder", anchors));
        }
        if (issued != null && Moments.date(issued).isEmpty()) {
            wrong.add(Calls.SENTENCES.get("badDate", "--issued", issued));
        }
        wrongInstant("--cutoff", cutoff).ifPresent(wrong::add);
        wrongInstant("--received", received).ifPresent(wrong::add);
        wrongInstant("--deadline", deadline).ifPresent(wrong::add);
        if (issuer != null && issuer.isBlank()) {
            wrong.add(Calls.SENTENCES.get("emptyIssuer"));
        }
        return wrong;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        QuietLibraries.now();
        Path given = Objects.requireNonNull(file);
        if (Files.size(given) > MAX_BYTES) {
            streams.err().println(Calls.SENTENCES.get("tooLarge", given, MAX_BYTES >> 20));
            return ExitCode.NOT_JUDGED;
        }
        List<String> notExamined = new ArrayList<>();
        Instant at = instant(received).orElseGet(() -> present(notExamined));
        LocalDate day = issued == null ? null : Moments.date(issued).orElseThrow();
        Circumstances circumstances = new Circumstances(
                day,
                instant(cutoff).orElse(null),
                at,
                instant(deadline).orElse(null),
                issuer,
                new Circumstances.Demand(true, trustedTime));
        try {
            FileFacts facts = new EvidenceCheck(Limits.USUAL, 1)
                    .check(Files.readAllBytes(given), TrustAnchors.read(Objects.requireNonNull(anchors)), at);
            Judgement judgement = Judge.judge(facts, circumstances);
            notExamined.addAll(judgement.notExamined());
            streams.out().println(VerdictJson.write(judgement, facts, notExamined));
            return judgement.verdict().isValid() ? ExitCode.OK : ExitCode.NOT_VALID;
        } catch (Unreadable e) {
            streams.err().println(Calls.SENTENCES.get("fileNotJudged", given, e.getMessage()));
            return ExitCode.NOT_JUDGED;
        }
    }

    private static Instant present(List<String> notExamined) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        notExamined.add(EvidenceWords.of("notExamined.now", EvidenceWords.moment(now)));
        return now;
    }

    private static Optional<Instant> instant(@Nullable String text) {
        return text == null ? Optional.empty() : Moments.instant(text);
    }

    private static Optional<String> wrongInstant(String option, @Nullable String text) {
        return text == null || Moments.instant(text).isPresent()
                ? Optional.empty()
                : Optional.of(Calls.SENTENCES.get("badInstant", option, text));
    }
}
