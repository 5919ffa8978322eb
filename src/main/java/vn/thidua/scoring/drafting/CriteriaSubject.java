package vn.thidua.scoring.drafting;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.comment.CommentSubject;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.DutyCode;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;

/** The draft of a criteria table, as members comment on it: as a whole, on a group or on a line. */
@Component
public class CriteriaSubject implements CommentSubject {
    public static final String CODE = "CRITERIA";

    private final CriteriaTables tables;
    private final CriteriaHistory history;
    private final Milestones milestones;
    private final TimeSource time;

    CriteriaSubject(CriteriaTables tables, CriteriaHistory history, Milestones milestones, TimeSource time) {
        this.tables = tables;
        this.history = history;
        this.milestones = milestones;
        this.time = time;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public DutyCode duty() {
        return DutyCode.CRITERIA;
    }

    @Override
    public String title() {
        return "dự thảo bảng tiêu chí chấm điểm";
    }

    @Override
    public String path(String yearId) {
        return "/nam/" + yearId + "/tieu-chi";
    }

    @Override
    public int layBefore(String yearId, String by) {
        if (history.closed(yearId)) {
            throw new DutyRefused("Kết quả đã chốt nên bảng tiêu chí không thay đổi được nữa.");
        }
        return tables.openDraft(yearId, by).version();
    }

    @Override
    public Optional<String> place(String yearId, int version, String place) {
        if (place.isEmpty()) {
            return Optional.of("toàn bộ dự thảo");
        }
        return history.version(yearId, version).map(CriteriaTable::content).flatMap(table -> place(table, place));
    }

    private static Optional<String> place(Criteria table, String place) {
        Stream<String> groups =
                table.groups().stream().filter(g -> g.code().equals(place)).map(g -> "nhóm " + g.code());
        Stream<String> lines = CriteriaTable.lines(table).stream()
                .filter(l -> l.code().equals(place))
                .map(l -> "dòng " + l.code());
        return Stream.concat(groups, lines).findFirst();
    }

    /** What is due next of the table: that it is issued; once it was, that the result is frozen. */
    @Override
    public Optional<Instant> latestEnd(String yearId) {
        return Stream.of(DutyCode.CRITERIA, DutyCode.FREEZE)
                .filter(code -> code == DutyCode.FREEZE || history.lastIssue(yearId) == null)
                .map(code -> milestones.get(yearId, code))
                .map(MilestoneDates::limit)
                .filter(Objects::nonNull)
                .filter(limit -> limit.isAfter(time.now()))
                .findFirst();
    }
}
