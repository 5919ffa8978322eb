package vn.thidua.scoring.sheet;

import java.util.EnumSet;
import java.util.Set;
import vn.thidua.duty.Seats;
import vn.thidua.plan.Plan;

/**
 * What one person may see and do on one unit's sheet (rules.md, "Scores"; S0-02). A pure function of who they are and what the year
 * has come to; every door asks it.
 *
 * @param whyNot what keeps the person from changing anything, as a Vietnamese sentence; empty where they may
 */
public record SheetRights(
        Set<Column> visible,
        Set<Column> writable,
        boolean markedOnly,
        boolean mayExplain,
        boolean mayObject,
        boolean mayMark,
        String whyNot) {

    /**
     * A person in a cluster year.
     *
     * @param parties those for which the person holds office
     * @param seats columns whose duty the person works on: the self-score of the unit, an appraisal of it, agreeing on it
     * @param conflicted the person declared a conflict of interest on the unit, and is nobody's officer here any more
     */
    public record Who(Set<String> parties, Set<Column> seats, boolean conflicted) {}

    /** Whether figures of an appraiser are theirs to read. */
    public boolean appraisalSeen() {
        return visible.contains(Column.LEADER) || visible.contains(Column.DEPUTY);
    }

    public boolean nothing() {
        return visible.isEmpty() && writable.isEmpty();
    }

    public static SheetRights of(Plan plan, String unit, Circumstances now, Who who) {
        boolean own = who.parties().contains(unit);
        Set<Column> visible = visible(plan, own, now, who);
        Set<Column> writable = EnumSet.noneOf(Column.class);
        for (Column column : Column.values()) {
            if (who.seats().contains(column) && changeable(column, own, now) && (own || !who.conflicted())) {
                writable.add(column);
            }
        }
        visible.addAll(writable);
        boolean agrees = writable.contains(Column.AGREED);
        boolean member =
                who.parties().stream().anyMatch(party -> plan.unit(party).isPresent());
        boolean explains =
                own && who.seats().contains(Column.SELF) && now.running() && now.revealed() && !now.meetingBegun();
        return new SheetRights(
                visible,
                writable,
                agrees && !now.inMeeting(),
                explains,
                member && now.inMeeting(),
                agrees && now.inMeeting(),
                writable.isEmpty() ? whyNot(own, now, who) : "");
    }

    private static Set<Column> visible(Plan plan, boolean own, Circumstances now, Who who) {
        Set<Column> visible = EnumSet.noneOf(Column.class);
        boolean member =
                who.parties().stream().anyMatch(party -> plan.unit(party).isPresent());
        boolean ofAgency = who.parties().contains(Seats.standingAgency(plan).party());
        boolean agency = ofAgency && !who.conflicted();
        boolean everybody = now.meetingBegun() && (member || ofAgency);
        boolean appraises = now.appraisers().stream().anyMatch(column -> theirs(plan, column, own, who));
        if (own || now.in().contains(Column.SELF) && (appraises || agency || everybody)) {
            visible.add(Column.SELF);
        }
        for (Column column : now.appraisers()) {
            boolean handedIn = now.in().contains(column);
            boolean shown = now.revealed() && (own || appraises || agency) || everybody;
            boolean readable = handedIn || now.open().contains(column);
            if (theirs(plan, column, own, who) && readable || handedIn && shown) {
                visible.add(column);
            }
        }
        if (everybody) {
            visible.add(Column.AGREED);
        }
        return visible;
    }

    /**
     * A column of the person's own office, or of one in whose place they are; of an officer with a conflict no longer. The own unit's
     * people read their appraisal once it is revealed, as the unit that is appraised.
     */
    private static boolean theirs(Plan plan, Column column, boolean own, Who who) {
        String party = column.appraiser(plan);
        boolean office = party != null && who.parties().contains(party);
        return !own && !who.conflicted() && (office || who.seats().contains(column));
    }

    private static boolean changeable(Column column, boolean own, Circumstances now) {
        if (!now.running() || now.frozen()) {
            return false;
        }
        return switch (column) {
            case SELF -> own && now.open().contains(Column.SELF);
            // Nobody appraises the own unit, and nobody agrees on it, by whatever door (S0-02).
            case LEADER, DEPUTY -> !own && now.open().contains(column) && !now.meetingEnded();
            case AGREED -> !own && !now.signed() && (now.inMeeting() || now.settling());
        };
    }

    private static String whyNot(boolean own, Circumstances now, Who who) {
        if (now.frozen()) {
            return "Kết quả đã chốt nên không sửa được nữa.";
        }
        if (!now.running()) {
            return "Năm thi đua đã khép lại.";
        }
        if (own && now.meetingBegun()) {
            return "Không ai thẩm định hoặc thống nhất điểm của đơn vị mình.";
        }
        if (own && now.in().contains(Column.SELF)) {
            return "Đơn vị đã nộp bản tự chấm; muốn sửa thì rút lại trong hạn.";
        }
        if (own) {
            return who.seats().contains(Column.SELF)
                    ? "Chưa mở hoặc đã hết hạn tự chấm điểm."
                    : "Chỉ người được giao việc tự chấm điểm của đơn vị mới sửa được.";
        }
        if (who.conflicted()) {
            return "Đã báo xung đột lợi ích với đơn vị này nên người khác thẩm định thay.";
        }
        return who.seats().isEmpty()
                ? "Tài khoản này không được giao chấm điểm đơn vị này."
                : "Chưa đến lúc, hoặc bản thẩm định đã nộp.";
    }
}
