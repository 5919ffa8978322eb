package vn.thidua.plan;

/**
 * Something the check of a plan has to say.
 *
 * @param line in the file, from 1; 0 where the plan does not come from a text
 * @param path {@code milestones.self-score.deadline}, {@code people[3].email}
 * @param code what kind of problem it is, stable: {@code unknown-key}
 * @param message in Vietnamese: what is wrong and what to write instead
 */
public record Finding(Severity severity, int line, String path, String code, String message) {
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
