package vn.thidua.duty.form;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came of judging submitted answers: the answers count only where there is no problem. */
public record FormCheck(FormAnswers answers, List<Problem> problems) {
    public FormCheck {
        problems = List.copyOf(problems);
    }

    public boolean ok() {
        return problems.isEmpty();
    }

    /** All problems as one text, a sentence per line, for the person who filled in the form. */
    public String message() {
        return problems.stream().map(Problem::message).collect(Collectors.joining("\n"));
    }

    /** The answers, or the exception made from {@link #message()}. */
    public <X extends RuntimeException> FormAnswers orElseThrow(Function<String, X> refusal) {
        if (!ok()) {
            throw refusal.apply(message());
        }
        return answers;
    }
}
