package vn.thidua.plan;

import java.util.List;
import java.util.stream.Collectors;

/** Findings as plain Vietnamese text, one a line, for a terminal, a mail or a form. */
public final class FindingsText {
    private FindingsText() {}

    /** Every finding in order of lines, then how many there are. */
    public static String render(List<Finding> findings, String fileName) {
        if (findings.isEmpty()) {
            return fileName + ": kế hoạch không có lỗi, không có cảnh báo.\n";
        }
        long errors = findings.stream().filter(Finding::isError).count();
        long warnings = findings.size() - errors;
        String lines = findings.stream().map(f -> line(f, fileName)).collect(Collectors.joining("\n"));
        return lines + "\n" + fileName + ": " + errors + " lỗi, " + warnings + " cảnh báo."
                + (errors > 0 ? " Kế hoạch có lỗi không thể khởi động.\n" : "\n");
    }

    /** "ke-hoach.yaml, dòng 12: Lỗi: … [units[3].role]". */
    private static String line(Finding f, String fileName) {
        String where = f.line() > 0 ? fileName + ", dòng " + f.line() : fileName;
        return where + ": " + (f.isError() ? "Lỗi: " : "Cảnh báo: ") + f.message()
                + (f.path().isEmpty() ? "" : " [" + f.path() + "]");
    }
}
