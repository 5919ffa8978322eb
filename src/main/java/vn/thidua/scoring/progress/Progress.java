package vn.thidua.scoring.progress;

import java.util.List;

/**
 * The progress board of a year's scoring.
 *
 * @param counts how many units have come how far, one sentence each
 * @param units in the order of their names
 * @param contested lines in which the appraisals differ and nothing is agreed on yet, the greatest stake first
 * @param ranksShown whether the person sees every figure that a rank follows from; else none is told, it would give figures away
 */
public record Progress(
        String yearName,
        String asOf,
        List<String> counts,
        List<Unit> units,
        List<Stake> contested,
        boolean ranksShown) {

    /** Sorts and colours; the words say the same. */
    public enum State {
        DONE,
        RUNNING,
        OPEN,
        LATE,
        NOBODY
    }

    /** @param text such as "đã nộp 08:00 ngày 15/11/2024" or "đã chấm 12/42 dòng" */
    public record Step(State state, String text) {}

    /**
     * One unit.
     *
     * @param contested lines in which the appraisals differ; none as long as not all are in
     * @param settled of those, agreed on
     * @param explained of those, explained by the unit
     * @param stage what the unit waits for
     * @param waiting since how long, such as "2 ngày 3 giờ"; empty where it waits for nothing
     * @param waitingMinutes the same, to be sorted by
     * @param task id of the person's own open duty about the unit, such as an appraisal; 0 without one
     */
    public record Unit(
            String code,
            String name,
            Step self,
            Step leader,
            Step deputy,
            int contested,
            int settled,
            int explained,
            String stage,
            String waiting,
            long waitingMinutes,
            long task) {}

    /**
     * A contested line.
     *
     * @param figures self, leader, deputy, as shown; empty where there is none
     * @param points how far the judgements are apart, as shown
     * @param ranks where the unit stands by either judgement; empty where ranks are not shown
     */
    public record Stake(
            String unit,
            String unitName,
            String line,
            String name,
            List<String> figures,
            String points,
            String ranks,
            boolean explained) {}
}
