package vn.thidua;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code check PLAN.yaml}: 0 clean or with warnings, 1 with errors, 2 if it cannot be read. Starts nothing else. */
@Command(
        name = "check",
        synopsisHeading = "Cách dùng: ",
        customSynopsis = "java -jar thidua.jar check PLAN.yaml",
        description = "Kiểm tra một kế hoạch năm thi đua và nêu mọi lỗi, mọi điểm cần lưu ý.")
final class CheckCommand implements Callable<Integer>, ChecksItsCall {

    private final Streams streams;

    @Parameters(paramLabel = "PLAN.yaml", description = "Kế hoạch năm thi đua.")
    private @Nullable Path plan;

    CheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public List<String> wrongWithCall() {
        return CallErrors.unreadable(plan).stream().toList();
    }

    @Override
    public Integer call() {
        boolean wrong =
                PlanJudgement.of(Objects.requireNonNull(plan), streams.out()).hasErrors();
        return wrong ? ExitCode.NOT_VALID : ExitCode.OK;
    }
}
