package vn.thidua;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import vn.thidua.plan.PlanUnreadable;
import vn.thidua.tryout.Sentences;
import vn.thidua.tryout.StartRefused;

/**
 * Carries out one call of the command line. Everything that is wrong with a call is named at once, in Vietnamese, and
 * nobody is shown a stack trace.
 */
final class Calls {

    static final Sentences SENTENCES = new Sentences("thidua/commands.properties");

    private final PrintStream out;
    private final PrintStream err;

    Calls(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return an exit code, or {@link Thidua#SERVING} */
    int run(String... args) {
        CommandLine commands = new CommandLine(new Thidua());
        commands.getCommandSpec().parser().collectErrors(true);
        for (CommandLine sub : commands.getSubcommands().values()) {
            sub.getCommandSpec().parser().collectErrors(true);
        }
        commands.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        ParseResult call = commands.parseArgs(args);
        List<CommandLine> named = call.asCommandLineList();
        CommandLine last = named.get(named.size() - 1);
        List<String> wrong = new ArrayList<>();
        named.forEach(c -> c.getParseResult().errors().forEach(e -> wrong.add(CallErrors.inWords(e))));
        if (call.expandedArgs().stream().anyMatch(a -> a.equals("--help") || a.equals("-h"))) {
            last.usage(out);
            return ExitCode.OK;
        }
        if (last.getCommand() instanceof ChecksItsCall checked) {
            wrong.addAll(checked.wrongWithCall());
        }
        if (!wrong.isEmpty()) {
            wrong.stream().distinct().forEach(err::println);
            err.println(SENTENCES.get("seeHelp"));
            return ExitCode.NOT_JUDGED;
        }
        return carryOut(last);
    }

    private int carryOut(CommandLine command) {
        try {
            return ((java.util.concurrent.Callable<Integer>) command.getCommand()).call();
        } catch (PlanUnreadable e) {
            err.println(
                    SENTENCES.get(e.line() > 0 ? "unreadablePlanLine" : "unreadablePlan", e.getMessage(), e.line()));
            return ExitCode.NOT_JUDGED;
        } catch (Exception e) {
            StartRefused refused = StartRefused.in(e);
            err.println(refused != null ? refused.getMessage() : unexpected(e));
            return ExitCode.NOT_JUDGED;
        }
    }

    private static String unexpected(Exception thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null
                ? ""
                : ": " + cause.getMessage().lines().findFirst().orElse("");
        return SENTENCES.get("unexpected", cause.getClass().getSimpleName() + message);
    }
}
