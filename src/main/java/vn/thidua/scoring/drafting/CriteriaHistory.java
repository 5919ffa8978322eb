package vn.thidua.scoring.drafting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.duty.comment.Comment;
import vn.thidua.duty.comment.CommentReading;
import vn.thidua.duty.comment.CommentRound;
import vn.thidua.journal.Journal;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.year.YearStore;

/** Which versions of a year's table there are, which of them the leader issued, and which comment rounds led to which. */
@Component
class CriteriaHistory {
    private final CriteriaTables tables;
    private final CommentReading comments;
    private final YearStore years;

    CriteriaHistory(CriteriaTables tables, CommentReading comments, YearStore years) {
        this.tables = tables;
        this.comments = comments;
        this.years = years;
    }

    /** All versions, the first one first. */
    List<CriteriaTable> versions(String yearId) {
        return tables.versions(yearId);
    }

    Optional<CriteriaTable> version(String yearId, int version) {
        return versions(yearId).stream().filter(t -> t.version() == version).findFirst();
    }

    int lastVersion(String yearId) {
        return versions(yearId).stream().mapToInt(CriteriaTable::version).max().orElse(0);
    }

    /** Issued by the leader, not put into force for want of an issued one. */
    static boolean issued(CriteriaTable table) {
        return table.issuedAt() != null && !Journal.SYSTEM.equals(table.issuedBy());
    }

    /** When the leader last issued a version. */
    @Nullable
    Instant lastIssue(String yearId) {
        return lastIssueBefore(yearId, Integer.MAX_VALUE);
    }

    private @Nullable Instant lastIssueBefore(String yearId, int version) {
        return versions(yearId).stream()
                .filter(t -> t.version() < version && issued(t))
                .map(CriteriaTable::issuedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** The version that was in force before this one came into force. */
    Optional<CriteriaTable> before(CriteriaTable table) {
        return versions(table.yearId()).stream()
                .filter(t -> t.version() < table.version() && t.issuedAt() != null)
                .reduce((earlier, later) -> later);
    }

    /** The rounds from which a version came: since the leader issued the one before; of a draft that was replaced, those about it. */
    List<CommentRound> rounds(CriteriaTable table) {
        Instant since = lastIssueBefore(table.yearId(), table.version());
        return comments.rounds(table.yearId(), CriteriaSubject.CODE).stream()
                .filter(round -> since == null || round.openedAt().isAfter(since))
                .filter(round -> switch (table.state()) {
                    case DRAFT -> true;
                    default ->
                        table.issuedAt() == null
                                ? round.version() == table.version()
                                : round.openedAt().isBefore(table.issuedAt());
                })
                .toList();
    }

    List<Comment> comments(CriteriaTable table) {
        List<Long> ids = rounds(table).stream().map(CommentRound::id).toList();
        return comments.comments(table.yearId(), CriteriaSubject.CODE).stream()
                .filter(c -> ids.contains(c.roundId()))
                .toList();
    }

    /** Nothing of the table changes any more. */
    boolean closed(String yearId) {
        return years.fact(yearId, "freeze").isPresent() || !years.get(yearId).running();
    }
}
