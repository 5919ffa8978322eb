package vn.thidua.scoring.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.comment.Comment;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.Group;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaWords;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.year.YearStore;

/** A version of the table with what was said about each of its lines, in words. */
@Component
class TableViews {
    private final CriteriaHistory history;
    private final YearStore years;

    TableViews(CriteriaHistory history, YearStore years) {
        this.history = history;
        this.years = years;
    }

    CriteriaView.Shown of(CriteriaTable table) {
        return shown(
                years.plan(table.yearId()), table.content(), table.version(), title(table), history.comments(table));
    }

    /** The plan's own table, which nobody has drafted or issued yet. */
    CriteriaView.Shown ofPlan(Plan plan) {
        return shown(plan, plan.criteria(), 0, "Bảng tiêu chí trong kế hoạch năm", List.of());
    }

    static String title(CriteriaTable table) {
        String version = " (phiên bản " + table.version() + ")";
        return switch (table.state()) {
            case DRAFT -> "Dự thảo bảng tiêu chí" + version;
            case ISSUED -> "Bảng tiêu chí đang áp dụng" + version;
            case CLOSED ->
                (table.issuedAt() == null ? "Dự thảo đã được thay" : "Bảng tiêu chí đã hết áp dụng") + version;
        };
    }

    private static CriteriaView.Shown shown(
            Plan plan, Criteria content, int version, String title, List<Comment> comments) {
        List<Line> lines = CriteriaTable.lines(content);
        Set<String> places = Stream.concat(
                        lines.stream().map(Line::code),
                        content.groups().stream().map(Group::code))
                .collect(Collectors.toSet());
        places.add("");
        return new CriteriaView.Shown(
                version,
                title,
                content.reference(),
                CriteriaWords.of(content.rankBy()),
                CriteriaWords.points(content.total()),
                said(plan, comments, ""),
                content.groups().stream()
                        .map(g -> new CriteriaView.GroupShown(
                                g.code(),
                                g.name(),
                                CriteriaWords.points(g.max()),
                                said(plan, comments, g.code()),
                                rows(plan, lines, comments, Line.Kind.CRITERION, g.code())))
                        .toList(),
                rows(plan, lines, comments, Line.Kind.BONUS, null),
                rows(plan, lines, comments, Line.Kind.PENALTY, null),
                content.bands().stream()
                        .map(b -> new CriteriaView.Band(b.name(), CriteriaWords.points(b.from())))
                        .toList(),
                comments.stream()
                        .filter(c -> !places.contains(c.place()))
                        .map(c -> said(plan, c))
                        .toList());
    }

    private static List<CriteriaView.Row> rows(
            Plan plan,
            List<Line> lines,
            List<Comment> comments,
            Line.Kind kind,
            @org.jspecify.annotations.Nullable String group) {
        return lines.stream()
                .filter(l -> l.kind() == kind && (group == null || group.equals(l.group())))
                .map(l -> new CriteriaView.Row(
                        l.code(),
                        l.name(),
                        CriteriaWords.points(l.max()),
                        CriteriaWords.points(l.step()),
                        l.bonusMax() == null ? "" : CriteriaWords.points(l.bonusMax()),
                        l.evidence() ? "Có" : "Không",
                        notes(l),
                        said(plan, comments, l.code())))
                .toList();
    }

    private static List<String> notes(Line line) {
        List<String> notes = new ArrayList<>();
        if (line.penaltyText() != null) {
            notes.add("Quy định: " + line.penaltyText());
        }
        if (line.deduct() != null) {
            notes.add("Trừ điểm: " + CriteriaWords.of(line.deduct()));
        }
        if (line.supplier() != null) {
            notes.add("Nơi cấp số liệu: " + line.supplier());
        }
        if (line.known() != null) {
            notes.add("Số liệu hệ thống có: " + CriteriaWords.of(line.known()));
        }
        return notes;
    }

    private static List<CriteriaView.Said> said(Plan plan, List<Comment> comments, String place) {
        return comments.stream()
                .filter(c -> c.place().equals(place))
                .map(c -> said(plan, c))
                .toList();
    }

    private static CriteriaView.Said said(Plan plan, Comment c) {
        Comment.Answer answer = c.answer();
        return new CriteriaView.Said(
                c.id(),
                c.place().isEmpty() ? "toàn bộ dự thảo" : "dòng " + c.place(),
                DutyTexts.partyName(plan, c.party()),
                name(plan, c.by()),
                Vietnam.words(c.at()),
                c.text(),
                answer == null
                        ? null
                        : new CriteriaView.Reply(
                                answer.accepted(), answer.text(), name(plan, answer.by()), Vietnam.words(answer.at())));
    }

    private static String name(Plan plan, String person) {
        return plan.person(person).map(p -> p.name()).orElse(person);
    }
}
