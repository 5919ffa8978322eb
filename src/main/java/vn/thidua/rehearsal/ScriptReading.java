package vn.thidua.rehearsal;

import java.util.List;

/** What came of reading a script: all of its mistakes, each with its line, or none. */
public record ScriptReading(Script script, List<Mistake> mistakes) {
    public ScriptReading {
        mistakes = List.copyOf(mistakes);
    }

    /**
     * @param line in the file, from 1; 0 where none can be named
     * @param message in Vietnamese: what is wrong and what to write instead
     */
    public record Mistake(int line, String message) {}
}
