package vn.thidua.scoring.result;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyRepository;
import vn.thidua.plan.DutyCode;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.sheet.Circumstances;
import vn.thidua.scoring.sheet.SheetAccess;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** What the scores of a year have come to: before the meeting, in it, until the freeze and after. */
@Component
public class ScorePhases {
    private final CriteriaTables tables;
    private final SheetAccess access;
    private final Results results;
    private final DutyRepository duties;
    private final Milestones milestones;
    private final YearStore years;
    private final TimeSource time;

    ScorePhases(
            CriteriaTables tables,
            SheetAccess access,
            Results results,
            DutyRepository duties,
            Milestones milestones,
            YearStore years,
            TimeSource time) {
        this.tables = tables;
        this.access = access;
        this.results = results;
        this.duties = duties;
        this.milestones = milestones;
        this.years = years;
        this.time = time;
    }

    /** Whether all members may see all figures by now. */
    public boolean open(String yearId) {
        MilestoneDates meeting = milestones.get(yearId, DutyCode.SCORING_MEETING);
        return meeting.at() != null && !time.now().isBefore(meeting.at());
    }

    /** What the scores of a year that has sheets have come to. */
    public Board.Phase of(String yearId) {
        return of(access.circumstances(yearId, years.plan(yearId).leader().code()));
    }

    /**
     * What the year has come to, as a text that is another one as soon as people may see or do something else: the meeting begins or
     * ends, a deadline is moved, somebody hands in, signs or withdraws, a result is made, a table is issued.
     */
    public String turn(String yearId) {
        return tables.inForce(yearId)
                .map(table -> turn(yearId, of(yearId), table))
                .orElse("");
    }

    String turn(String yearId, Board.Phase phase, CriteriaTable table) {
        return phase + "/" + table.version() + "/" + duties.received(yearId) + "/"
                + Integer.toHexString(words(yearId, phase).hashCode());
    }

    private static Board.Phase of(Circumstances now) {
        if (!now.meetingBegun()) {
            return Board.Phase.BEFORE;
        }
        if (now.frozen()) {
            return Board.Phase.FROZEN;
        }
        if (!now.running()) {
            return Board.Phase.CLOSED;
        }
        if (!now.meetingEnded()) {
            return Board.Phase.MEETING;
        }
        return now.supplementOver() ? Board.Phase.SETTLING : Board.Phase.SUPPLEMENT;
    }

    /** The same as a Vietnamese sentence. */
    public String words(String yearId, Board.Phase phase) {
        return switch (phase) {
            case BEFORE ->
                "Bảng điểm mở khi cuộc họp chấm điểm bắt đầu, "
                        + words(milestones.get(yearId, DutyCode.SCORING_MEETING).at()) + ".";
            case MEETING -> "Đang họp chấm điểm.";
            case SUPPLEMENT ->
                "Kết quả tạm thời. Các đơn vị bổ sung minh chứng cho dòng được đánh dấu, "
                        + milestones.get(yearId, DutyCode.SUPPLEMENT).inWords() + ".";
            case SETTLING ->
                "Cụm trưởng, Cụm phó chốt các dòng được bổ sung, "
                        + milestones.get(yearId, DutyCode.FREEZE).inWords() + ".";
            case FROZEN ->
                results.latest(yearId)
                        .map(result -> "Kết quả đã chốt, phiên bản " + result.number() + ", mã băm SHA-256: "
                                + result.hash() + ".")
                        .orElse("Kết quả đã chốt.");
            case CLOSED -> "Năm thi đua đã khép lại khi kết quả chưa chốt.";
        };
    }

    private static String words(@Nullable Instant instant) {
        return instant == null ? "" : Vietnam.words(instant);
    }
}
