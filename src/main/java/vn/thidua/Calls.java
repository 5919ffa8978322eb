package vn.thidua;

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

    private final Streams streams;

    Calls(Streams streams) {
        this.streams = streams;
    }

    /** @return an exit code, or {@link Thidua#SERVING} */
    int run(String... args) {
        CommandLine commands = new CommandLine(Thidua.class, this::create);
        commands.getCommandSpec().parser().collectErrors(true);
        for (CommandLine sub : commands.getSubcommands().values()) {
            sub.getCommandSpec().parser().collectErrors(true);
        }
        ParseResult call = commands.parseArgs(args);
        List<CommandLine> named = call.asCommandLineList();
        CommandLine last = named.get(named.size() - 1);
        List<String> wrong = new ArrayList<>();
        named.forEach(c -> c.getParseResult().errors().forEach(e -> wrong.add(CallErrors.inWords(e))));
        if (call.expandedArgs().stream().anyMatch(a -> a.equals("--help") || a.equals("-h"))) {
            last.usage(streams.out());
            return ExitCode.OK;
        }
        if (last.getCommand() instanceof ChecksItsCall checked) {
            wrong.addAll(checked.wrongWithCall());
        }
        if (!wrong.isEmpty()) {
            wrong.stream().distinct().forEach(streams.err()::println);
            streams.err().println(SENTENCES.get("seeHelp"));
            return ExitCode.NOT_JUDGED;
        }
        return carryOut(last);
    }

    private <K> K create(Class<K> command) throws Exception {
        return command.getDeclaredConstructor(Streams.class).newInstance(streams);
    }

    private int carryOut(CommandLine command) {
        try {
            return ((java.util.concurrent.Callable<Integer>) command.getCommand()).call();
        } catch (PlanUnreadable e) {
            streams.err()
                    .println(SENTENCES.get(
                            e.line() > 0 ? "unreadablePlanLine" : "unreadablePlan", e.getMessage(), e.line()));
            return ExitCode.NOT_JUDGED;
        } catch (Exception e) {
            StartRefused refused = StartRefused.in(e);
            streams.err().println(refused != null ? refused.getMessage() : unexpected(e));
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
