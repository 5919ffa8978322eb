package vn.thidua;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import vn.thidua.cycle.documents.DocumentDemand;
import vn.thidua.rehearsal.RehearsedYear;

/** Runs a year on a database of its own. Whatever the surroundings say, its mails go into files, never to people. */
final class RehearseYear implements Rehearse {

    @Override
    public int run(Call call, PrintStream progress) throws IOException {
        Map<String, Object> settings = new HashMap<>(call.settings());
        settings.put("thidua.mail.transport", "DIRECTORY");
        settings.put("thidua.mail.directory", call.out().resolve("mail"));
        // Nobody opens Cockpit on a rehearsal: what happened stands in the journal.
        settings.put("thidua.evidence.directory", call.out().resolve("files"));
        settings.put("thidua.evidence.store", "DIRECTORY");
        settings.put("thidua.evidence.clamd", "");
        settings.put("thidua.evidence.anchors", call.out().resolve("files/anchors"));
        settings.put("camunda.bpm.history-level", "none");
        settings.put("logging.level.vn.thidua", "warn");
        boolean closed;
        try (ConfigurableApplicationContext context = Detached.boot(settings)) {
            context.getBean(DocumentDemand.class).use(call.files());
            closed = context.getBean(RehearsedYear.class).run(call.plan(), call.script(), call.out(), progress);
        }
        progress.println(Calls.SENTENCES.get(closed ? "rehearsed" : "notClosed", call.out()));
        return closed ? ExitCode.OK : ExitCode.NOT_JUDGED;
    }
}
