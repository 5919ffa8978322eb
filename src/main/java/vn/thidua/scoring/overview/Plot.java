package vn.thidua.scoring.overview;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import vn.thidua.scoring.sheet.Decimals;

/**
 * A drawing (SVG) of units against groups: a bar for each, made of its groups, each with its code; what is taken off is hatched, what is
 * added is framed, last year's total is a triangle below. Nothing is said by colour alone, and everything stands in the table beside it.
 */
final class Plot {
    /** Units of the drawing, which browsers stretch or shrink to their screens. */
    private static final double WIDTH = 480;

    private static final int LABEL = 15;
    private static final int BAR = 20;
    private static final int MARK = 16;
    private static final int GAP = 10;
    /** A code that does not fit into its part of a bar is left out; the table has it. */
    private static final double LETTER = 8;

    private final StringBuilder svg = new StringBuilder();
    private final List<Overview.GroupHead> groups;
    private final int lastYear;
    private final double scale;

    private Plot(List<Overview.GroupHead> groups, BigDecimal most, int lastYear) {
        this.groups = groups;
        this.lastYear = lastYear;
        this.scale = (WIDTH - 2) / Math.max(1, most.doubleValue());
    }

    static String of(List<Overview.GroupHead> groups, BigDecimal max, List<Overview.Row> rows, int lastYear) {
        BigDecimal most = max;
        for (Overview.Row row : rows) {
            most = most.max(row.sum().add(row.bonus()));
            if (row.before() != null) {
                most = most.max(row.before().total());
            }
        }
        return new Plot(groups, most, lastYear).draw(rows);
    }

    private String draw(List<Overview.Row> rows) {
        int height = rows.stream().mapToInt(Plot::height).sum() + 2;
        boolean compared = rows.stream().anyMatch(row -> row.before() != null);
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"bieu-do-ten bieu-do-mo-ta\" font-size=\"12\">",
                (int) WIDTH,
                height));
        svg.append("<title id=\"bieu-do-ten\">Điểm của các đơn vị theo nhóm tiêu chí</title>");
        svg.append("<desc id=\"bieu-do-mo-ta\">")
                .append(
                        "Mỗi thanh là một đơn vị, chia theo nhóm tiêu chí, ghi mã nhóm. Phần gạch chéo là điểm trừ, phần có khung là điểm thưởng.")
                .append(compared ? " Tam giác bên dưới là tổng điểm năm " + lastYear + "." : "")
                .append(" Các số liệu có trong bảng bên dưới.</desc>");
        svg.append(
                        "<defs><pattern id=\"gach\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
                .append(
                        "<rect width=\"5\" height=\"5\" fill=\"#fff\"/><rect width=\"2.5\" height=\"5\" fill=\"#222\"/></pattern></defs>");
        int y = 1;
        for (Overview.Row row : rows) {
            bar(row, y);
            y += height(row);
        }
        return svg.append("</svg>").toString();
    }

    private static int height(Overview.Row row) {
        return LABEL + BAR + (row.before() == null ? 0 : MARK) + GAP;
    }

    private void bar(Overview.Row row, int y) {
        String rank = row.rank() == null ? "" : row.rank() + ". ";
        String whose = row.whose().isEmpty() ? "" : " – " + row.whose();
        text(0, y + LABEL - 4, "start", "#222", rank + row.name() + whose);
        String bonus = row.bonus().signum() == 0 ? "" : " (+" + Decimals.shown(row.bonus()) + ")";
        text(WIDTH, y + LABEL - 4, "end", "#222", Decimals.shown(row.total()) + bonus);
        int top = y + LABEL;
        double x = 1;
        for (int i = 0; i < groups.size(); i++) {
            Overview.GroupHead group = groups.get(i);
            BigDecimal points = row.groups().get(i);
            boolean dark = i % 2 == 0;
            String told = group.code() + ". " + group.name() + ": " + Decimals.shown(points) + "/" + group.maxShown();
            x = part(x, top, points, group.code(), told, dark ? "#8c1d2f" : "#ecccd1", dark ? "#fff" : "#222", false);
        }
        if (row.penalty().signum() > 0) {
            double from = Math.max(1, x - row.penalty().doubleValue() * scale);
            rect(from, top, x - from, "url(#gach)", true, "Điểm trừ: " + Decimals.shown(row.penalty()));
        }
        if (row.bonus().signum() > 0) {
            part(x, top, row.bonus(), "+", "Điểm thưởng: " + Decimals.shown(row.bonus()), "#fff", "#222", true);
        }
        if (row.before() != null) {
            before(row.before(), top + BAR);
        }
    }

    private double part(
            double x, int y, BigDecimal points, String code, String told, String fill, String ink, boolean framed) {
        double width = points.doubleValue() * scale;
        if (width <= 0) {
            return x;
        }
        rect(x, y, width, fill, framed, told);
        if (width > code.length() * LETTER) {
            text(x + width / 2, y + BAR - 6, "middle", ink, code);
        }
        return x + width;
    }

    private void rect(double x, int y, double width, String fill, boolean framed, String told) {
        svg.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%d\" fill=\"%s\" stroke=\"%s\">",
                        x,
                        y,
                        width,
                        BAR,
                        fill,
                        framed ? "#222" : "#fff"))
                .append("<title>")
                .append(escaped(told))
                .append("</title></rect>");
    }

    private void before(Overview.Before before, int y) {
        double x = 1 + Math.max(0, before.total().doubleValue()) * scale;
        svg.append(String.format(Locale.ROOT, "<path d=\"M%.2f %d l-5 9 h10 z\" fill=\"#222\"/>", x, y + 1));
        boolean left = x > WIDTH / 2;
        String words = lastYear + ": " + Decimals.shown(before.total()) + ", hạng " + before.rank();
        text(left ? x - 8 : x + 8, y + 11, left ? "end" : "start", "#444", words);
    }

    private void text(double x, int y, String anchor, String fill, String text) {
        svg.append(String.format(
                        Locale.ROOT, "<text x=\"%.2f\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">", x, y, anchor, fill))
                .append(escaped(text))
                .append("</text>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
