package vn.thidua;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import vn.thidua.tryout.ChildPast;

/** Called by the server itself, in a JVM of its own, for a new try-out. */
@Command(name = "make-past", hidden = true)
final class MakePastCommand implements Callable<Integer> {

    private final Streams streams;

    MakePastCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        String folder = System.getenv(ChildPast.DATA_FOLDER);
        if (folder == null || System.getenv("SPRING_DATASOURCE_URL") == null) {
            streams.err().println(Calls.SENTENCES.get("onlyByServer"));
            return ExitCode.NOT_JUDGED;
        }
        try {
            Parts.makePast().run(Path.of(folder), streams.out());
        } catch (Exception e) {
            e.printStackTrace(); // into data/make-past.log, where the server's sentence sends the reader
            return ExitCode.NOT_JUDGED;
        }
        return ExitCode.OK;
    }
}
