package vn.thidua.scoring.criteria.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Criterion;
import vn.thidua.plan.Deduction;
import vn.thidua.plan.Group;

/** The rows of the first sheet: a group's row, and below it those of its criteria. */
final class GroupRows {
    /** What only a criterion has. */
    private static final List<String> OF_CRITERIA = List.of(
            "step",
            "bonus",
            "evidenceRequired",
            "deduct.points",
            "deduct.per",
            "deduct.most",
            "penalty",
            "supplier",
            "known");

    private final Map<Object, SheetRow> rows;
    private final List<Group> groups = new ArrayList<>();
    private final List<Criterion> criteria = new ArrayList<>();
    private @Nullable SheetRow group;

    /** @param rows is told which row each record was read from */
    GroupRows(Map<Object, SheetRow> rows) {
        this.rows = rows;
    }

    List<Group> read(List<SheetRow> from) {
        for (SheetRow row : from) {
            if (isGroup(row)) {
                close();
                group = row;
            } else {
                if (group == null && groups.isEmpty() && criteria.isEmpty()) {
                    row.wrong(
                            "type",
                            "no-group",
                            "tiêu chí chưa thuộc nhóm nào; thêm một dòng phía trên và viết Loại là «Nhóm»");
                }
                criteria.add(criterion(row));
            }
        }
        close();
        return groups;
    }

    private static boolean isGroup(SheetRow row) {
        Content type = row.content("type");
        String folded = Texts.folded(type.text());
        if (type.trouble() != null) {
            row.wrong("type", "unreadable-cell", type.trouble());
        } else if (!folded.isEmpty()
                && !folded.equals(Texts.folded(Heading.GROUP))
                && !folded.equals(Texts.folded(Heading.CRITERION))) {
            row.notOffered("type", type, Heading.Kind.TYPE.choices());
        }
        return folded.equals(Texts.folded(Heading.GROUP));
    }

    /** The group whose rows have been read; criteria that come before any group make one of their own, so that they are judged too. */
    private void close() {
        if (group == null && criteria.isEmpty()) {
            return;
        }
        Group read = group == null ? new Group("", "", sum(), criteria) : group(group);
        if (group != null) {
            rows.put(read, group);
        }
        groups.add(read);
        criteria.clear();
    }

    private BigDecimal sum() {
        return criteria.stream()
                .map(Criterion::max)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .max(BigDecimal.ONE);
    }

    private Group group(SheetRow row) {
        for (String field : OF_CRITERIA) {
            if (row.isOwn(field)) {
                row.wrong(field, "not-of-a-group", "dòng nhóm không có mục này; xóa ô, hoặc viết Loại là «Tiêu chí»");
            }
        }
        return new Group(
                row.required("code", "1"), row.required("name", "Tên nhóm"), row.requiredFigure("max"), criteria);
    }

    private Criterion criterion(SheetRow row) {
        String code = row.required("code", "1.1");
        String name = row.required("name", "nội dung của tiêu chí");
        BigDecimal max = row.requiredFigure("max");
        BigDecimal step = row.figure("step");
        Criterion read = new Criterion(
                code,
                name,
                max,
                Objects.requireNonNullElse(step, Criterion.DEFAULT_STEP),
                row.figure("bonus"),
                row.text("penalty"),
                deduction(row),
                row.yes("evidenceRequired"),
                row.text("supplier"),
                WorkbookReader.known(row, Heading.Kind.KNOWN.choices()));
        rows.put(read, row);
        return read;
    }

    private static @Nullable Deduction deduction(SheetRow row) {
        BigDecimal points = row.figure("deduct.points");
        Deduction.Per per = WorkbookReader.per(row, "deduct.per");
        BigDecimal most = row.figure("deduct.most");
        if (points != null) {
            return new Deduction(points, per, most);
        }
        boolean more = most != null || !row.isEmpty("deduct.per");
        if (more && !row.isBroken("deduct.points")) {
            row.wrong(
                    "deduct.points",
                    "missing-value",
                    "có cách trừ hoặc mức trừ nhiều nhất nhưng thiếu «Mức trừ»; viết ví dụ 0,5, hoặc xóa các ô đó");
        }
        return null;
    }
}
