package vn.thidua.scoring.brief;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.calendar.Vietnam;
import vn.thidua.paper.PlainPdf;
import vn.thidua.scoring.sheet.Column;

/** A unit's brief on A4, for its leaders to take along. */
public final class BriefPdf {
    private BriefPdf() {}

    public static byte[] of(Brief brief) {
        PlainPdf pdf = PlainPdf.titled("Tóm tắt chuẩn bị họp chấm điểm")
                .line("Đơn vị", brief.unitName())
                .line("Năm thi đua", brief.yearName())
                .line("Căn cứ", brief.table())
                .line("Tình hình", brief.phase())
                .line("Thứ hạng", brief.rankWords());
        figures(pdf, brief);
        issues(pdf, brief, "Dòng có chênh lệch", brief.contested());
        if (!brief.stake().isEmpty()) {
            pdf.paragraph("Tổng số điểm của các dòng có chênh lệch: " + brief.stake() + ".");
        }
        issues(pdf, brief, "Dòng thẩm định thấp hơn tự chấm", brief.lower());
        others(pdf, brief);
        gaps(pdf, brief);
        pledge(pdf, brief);
        return pdf.note("Tài liệu nội bộ của đơn vị. Chỉ người của đơn vị xem được trên hệ thống.")
                .bytes();
    }

    private static void figures(PlainPdf pdf, Brief brief) {
        List<PlainPdf.Column> columns = new ArrayList<>();
        columns.add(PlainPdf.Column.text("Nhóm", 4));
        columns.add(PlainPdf.Column.number("Tối đa", 1));
        brief.columns().forEach(column -> columns.add(PlainPdf.Column.number(column.title(), 1.3f)));
        List<List<String>> rows = new ArrayList<>();
        brief.groups().forEach(row -> rows.add(cells(row)));
        brief.totals().forEach(row -> rows.add(cells(row)));
        pdf.heading("Điểm của đơn vị").table(columns, rows);
    }

    private static List<String> cells(Brief.Row row) {
        List<String> cells = new ArrayList<>(List.of(row.name(), row.max()));
        cells.addAll(row.cells());
        return cells;
    }

    private static void issues(PlainPdf pdf, Brief brief, String title, List<Brief.Issue> issues) {
        pdf.heading(title);
        if (issues.isEmpty()) {
            pdf.paragraph("Không có.");
            return;
        }
        for (Brief.Issue issue : issues) {
            pdf.heading(issue.line() + ". " + issue.name());
            List<String> figures = new ArrayList<>();
            for (int i = 0; i < brief.columns().size(); i++) {
                Column column = brief.columns().get(i);
                figures.add(column.title() + ": " + issue.cells().get(i));
            }
            pdf.line("Điểm", String.join("; ", figures) + (issue.max().isEmpty() ? "" : "; tối đa: " + issue.max()));
            pdf.line("Chênh lệch", issue.stake() + (issue.ranks().isEmpty() ? "" : "; " + issue.ranks()));
            issue.reasons().forEach(said -> pdf.line("Lý do – " + said.who(), said.text()));
            issue.explanations().forEach(said -> pdf.line(said.who(), said.text()));
            Proposal proposal = brief.proposal(issue.line());
            pdf.line("Đề xuất phản biện", proposal == null ? "chưa có" : proposal.text());
        }
    }

    private static void others(PlainPdf pdf, Brief brief) {
        if (!brief.others().isEmpty()) {
            pdf.heading("Đề xuất phản biện ở các dòng khác");
            brief.others().forEach(p -> pdf.line(p.line() + ". " + brief.name(p.line()), p.text()));
        }
    }

    private static void gaps(PlainPdf pdf, Brief brief) {
        pdf.heading("Chưa đạt mức tối đa");
        if (brief.gaps().isEmpty()) {
            pdf.paragraph("Không có dòng nào.");
            return;
        }
        pdf.table(
                List.of(
                        PlainPdf.Column.text("Mã", 0.7f),
                        PlainPdf.Column.text("Nội dung", 5),
                        PlainPdf.Column.number("Tối đa", 1),
                        PlainPdf.Column.number("Đang có", 1.4f),
                        PlainPdf.Column.number("Còn thiếu", 1.1f)),
                brief.gaps().stream()
                        .map(gap -> List.of(gap.line(), gap.name(), gap.max(), gap.figure(), gap.missing()))
                        .toList());
    }

    private static void pledge(PlainPdf pdf, Brief brief) {
        Pledge pledge = brief.pledge();
        pdf.heading("Chỉ tiêu giao ước thi đua");
        if (pledge == null) {
            pdf.paragraph("Đơn vị chưa nộp giao ước thi đua.");
            return;
        }
        pdf.table(PledgeRows.COLUMNS, PledgeRows.of(pledge));
        pdf.note(
                "Giao ước nhận lúc " + Vietnam.words(pledge.receivedAt()) + ", biên nhận số " + pledge.receipt() + ".");
    }
}
