package vn.thidua;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import vn.thidua.tryout.ChildProcess;

/** One jar, several commands. Called without one it serves. */
@Command(
        name = "thidua.jar",
        description = {
            "Năm thi đua của một cụm, khối thi đua.",
            "Không nêu lệnh: chạy máy chủ tại http://localhost:8080."
        },
        synopsisHeading = "Cách dùng: ",
        customSynopsis = "java -jar thidua.jar [LỆNH …]",
        commandListHeading = "%nCác lệnh (thêm --help sau lệnh để xem chi tiết):%n",
        subcommands = {
            CheckCommand.class,
            RehearseCommand.class,
            StartCommand.class,
            VerifyCommand.class,
            AuditCommand.class,
            MakePastCommand.class
        },
        footerHeading = "%nMã kết thúc:%n",
        footer = {
            "  0  đúng như ý muốn",
            "  1  điều được xét không hợp lệ",
            "  2  không xét được, hoặc gọi lệnh sai",
        })
public final class Thidua implements Callable<Integer> {

    /** The server runs on in its own threads; the program must not end. */
    static final int SERVING = -1;

    private final Streams streams;

    Thidua(Streams streams) {
        this.streams = streams;
    }

    public static void main(String[] args) {
        prepare();
        if (!canNameFiles(args)) {
            System.err.println(Calls.SENTENCES.get("needsUtf8"));
            System.exit(ExitCode.NOT_JUDGED);
        }
        if (ShortRun.isFor(args)) {
            System.exit(ShortRun.of(args));
        }
        ChildProcess.endWithParentIfOne();
        int code = new Calls(new Streams(System.out, System.err)).run(args);
        if (code != SERVING) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() {
        return new Serve(streams.out()).call();
    }

    /** In the C locale Java cannot name a folder with diacritics, and no later option of ours could change that. */
    private static boolean canNameFiles(String... args) {
        try {
            Path here = Path.of(System.getProperty("user.dir"));
            return here.isAbsolute() && Stream.of(args).noneMatch(a -> a.indexOf('\uFFFD') >= 0);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The same for everybody, whatever the machine is set to: Vietnam's time, UTF-8, no screen. */
    private static void prepare() {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
        System.setProperty("java.awt.headless", "true");
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }
}
