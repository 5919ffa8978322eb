package vn.thidua.plan;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects findings and knows the line of each. */
final class Problems {
    private final Marks marks;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<String> broken = new HashSet<>();

    Problems(Marks marks) {
        this.marks = marks;
    }

    Marks marks() {
        return marks;
    }

    void error(String path, String code, String message) {
        add(new Finding(Severity.ERROR, marks.line(path), path, code, message));
    }

    void warning(String path, String code, String message) {
        add(new Finding(Severity.WARNING, marks.line(path), path, code, message));
    }

    /** An error of form, after which what was read of that section is incomplete. */
    void form(String path, String code, String message) {
        form(path, marks.line(path), code, message);
    }

    void form(String path, int line, String code, String message) {
        broken.add(root(path));
        broken.add(path);
        add(new Finding(Severity.ERROR, line, path, code, message));
    }

    /** Nothing is missing from the section, so that what it lacks is really not there. */
    boolean whole(String section) {
        return !broken.contains(section) && !broken.contains("");
    }

    boolean readable() {
        return broken.isEmpty();
    }

    List<Finding> sorted() {
        return findings.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
    }

    /** An error where a code does not look as codes do. */
    void code(String path, String code, Pattern pattern, String instead) {
        if (!code.isEmpty() && (code.length() > 60 || !pattern.matcher(code).matches())) {
            error(path, "bad-code", "mã «" + code + "» không hợp lệ; viết " + instead);
        }
    }

    private void add(Finding finding) {
        findings.add(finding);
    }

    private static String root(String path) {
        return path.split("[.\\[]", 2)[0];
    }
}
