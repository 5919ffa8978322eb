package vn.thidua.scoring.audit;

import java.util.List;

/**
 * Something about a year's scores that is not what the journal, or the rows, say.
 *
 * @param details what fills the places of the kind's sentence, as people read it
 */
public record ScoreFault(Kind kind, List<String> details) {

    static ScoreFault of(Kind kind, Object... details) {
        return new ScoreFault(
                kind, java.util.Arrays.stream(details).map(String::valueOf).toList());
    }

    /** What does not fit; in brackets what fills the sentence. */
    public enum Kind {
        /** An issued table's content is not the one that was issued. [version] */
        TABLE_CHANGED,
        /** A table that was issued is not there any more. [version] */
        TABLE_GONE,
        /** A table counts as issued that nobody issued. [version] */
        TABLE_INSERTED,
        /** Its content has another hash than the one beside it. [result, hash of the content, hash beside it] */
        RESULT_CONTENT,
        /** It is not what was journalled. [result, what differs] */
        RESULT_CHANGED,
        /** [result] */
        RESULT_GONE,
        /** [result] */
        RESULT_INSERTED,
        /** The list of what a result was made from is not the one that was journalled. [result] */
        SEAL_CHANGED,
        /** What its rows say cannot be added up. [result, why] */
        IMPOSSIBLE,
        /** A frozen figure is not what its rows say. [result, unit, line, frozen, now, the entry now there] */
        FIGURE,
        /** A total, rank or band is not what follows from the rows. [result, unit, what, in the result, computed] */
        TOTAL,
        /** [entry, unit, line, column, what it says now, by, at] */
        ENTRY_CHANGED,
        /** [entry, unit, line, column] */
        ENTRY_GONE,
        /** An entry of before a result that the result did not find. [entry, unit, line, column, figure, by, at] */
        ENTRY_INSERTED,
        /** An entry of after the freeze that no ruling covers. [entry, unit, line, column, figure, by, at] */
        ENTRY_UNCOVERED,
        /** Rows that no release has written. [why] */
        UNREADABLE
    }
}
