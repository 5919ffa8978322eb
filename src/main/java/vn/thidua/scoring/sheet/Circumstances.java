package vn.thidua.scoring.sheet;

import java.util.Set;

/**
 * What the year has come to, as far as one unit's sheet is concerned.
 *
 * @param open columns whose duty can be worked on now: the self-score before its cut-off, appraisals until they are handed in
 * @param in columns that were handed in
 * @param appraisers the columns that appraise this unit
 * @param appraisalOver the appraisals' deadline has come
 * @param signed one of the two has frozen the result
 */
public record Circumstances(
        boolean running,
        Set<Column> open,
        Set<Column> in,
        Set<Column> appraisers,
        boolean appraisalOver,
        boolean meetingBegun,
        boolean meetingEnded,
        boolean supplementOver,
        boolean signed,
        boolean frozen) {

    public boolean inMeeting() {
        return running && meetingBegun && !meetingEnded;
    }

    /** After the supplements, before anybody has frozen: marked lines are settled. */
    public boolean settling() {
        return running && meetingEnded && supplementOver && !signed && !frozen;
    }

    /** Appraisers no longer see their own column alone: all are in, or the date has come. */
    public boolean revealed() {
        return in.containsAll(appraisers) || appraisalOver;
    }
}
