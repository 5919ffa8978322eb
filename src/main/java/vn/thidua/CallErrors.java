package vn.thidua;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli and the file system find wrong with a call, said in Vietnamese. */
final class CallErrors {

    private CallErrors() {}

    static String inWords(Exception error) {
        if (error instanceof MissingParameterException missing) {
            return Calls.SENTENCES.get("missing", names(missing.getMissing()));
        }
        if (error instanceof UnmatchedArgumentException unmatched) {
            String given = unmatched.getUnmatched().get(0);
            boolean root = unmatched.getCommandLine().getParent() == null;
            return Calls.SENTENCES.get(root && !given.startsWith("-") ? "unknownCommand" : "unknownArgument", given);
        }
        if (error instanceof OverwrittenOptionException twice) {
            return Calls.SENTENCES.get("twice", names(List.of(twice.getOverwritten())));
        }
        return Calls.SENTENCES.get("wrongCall", String.valueOf(error.getMessage()));
    }

    /** Nothing if the file can be read, or if none was named. */
    static Optional<String> unreadable(@Nullable Path file) {
        if (file == null) {
            return Optional.empty();
        }
        if (!Files.exists(file)) {
            return Optional.of(Calls.SENTENCES.get("noFile", file));
        }
        return Files.isRegularFile(file) && Files.isReadable(file)
                ? Optional.empty()
                : Optional.of(Calls.SENTENCES.get("unreadable", file));
    }

    private static String names(List<ArgSpec> args) {
        return args.stream()
                .map(a -> a instanceof OptionSpec o ? o.longestName() + " " + o.paramLabel() : a.paramLabel())
                .collect(Collectors.joining(", "));
    }
}
