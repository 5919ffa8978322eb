package vn.thidua.scoring.criteria;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.Criterion;
import vn.thidua.plan.Group;

/**
 * One version of a year's criteria table. Issued means locked; a change is a new version with a reason.
 *
 * @param reason why this version came after an issued one, or empty
 * @param by who wrote it
 * @param issuedAt null as long as it is a draft, or where it was replaced as one
 */
public record CriteriaTable(
        String yearId,
        int version,
        State state,
        Source source,
        Criteria content,
        String reason,
        String by,
        Instant at,
        @Nullable String issuedBy,
        @Nullable Instant issuedAt) {

    public enum State {
        DRAFT,
        ISSUED,
        CLOSED
    }

    public enum Source {
        PLAN,
        LAST_YEAR,
        WORKBOOK
    }

    /** All lines in the table's order: criteria by groups, the bonus list, the penalty list. */
    public List<Line> lines() {
        return lines(content);
    }

    public Optional<Line> line(String code) {
        return lines().stream().filter(line -> line.code().equals(code)).findFirst();
    }

    public static List<Line> lines(Criteria content) {
        List<Line> lines = new ArrayList<>();
        for (Group group : content.groups()) {
            group.criteria().forEach(c -> lines.add(criterion(group, c)));
        }
        content.bonuses()
                .forEach(b -> lines.add(new Line(
                        b.code(),
                        Line.Kind.BONUS,
                        null,
                        b.name(),
                        b.max(),
                        b.step(),
                        b.max(),
                        null,
                        null,
                        false,
                        null,
                        null)));
        content.penalties()
                .forEach(p -> lines.add(new Line(
                        p.code(),
                        Line.Kind.PENALTY,
                        null,
                        p.name(),
                        BigDecimal.ZERO,
                        BigDecimal.ONE,
                        null,
                        p.deduct(),
                        null,
                        false,
                        null,
                        p.known())));
        return lines;
    }

    private static Line criterion(Group group, Criterion c) {
        return new Line(
                c.code(),
                Line.Kind.CRITERION,
                group.code(),
                c.name(),
                c.max(),
                c.step(),
                c.bonus(),
                c.deduct(),
                c.penalty(),
                c.evidenceRequired(),
                c.supplier(),
                c.known());
    }
}
