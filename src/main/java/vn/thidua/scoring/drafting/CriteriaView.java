package vn.thidua.scoring.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The criteria table of a year as one person sees it. Everybody of the year reads the same; what differs is what they may do.
 *
 * @param status how it stands, a sentence each
 * @param table what is shown first: the draft, else what is in force, else the plan's
 * @param inForce beside a draft, the table that is in force
 * @param changes of the draft to what is in force, or to the plan's
 * @param sinceRound changes of the draft since the members last had it before them
 * @param missing what keeps the draft from being issued
 * @param fallen what issuing the draft would make of figures; for the leader alone
 * @param last the last version that there is; 0: none
 */
public record CriteriaView(
        String yearId,
        List<String> status,
        Shown table,
        @Nullable Shown inForce,
        List<String> changes,
        List<String> sinceRound,
        List<String> missing,
        List<String> fallen,
        List<Round> rounds,
        List<Version> versions,
        int last,
        Rights may) {

    /**
     * @param upload a workbook to become the draft
     * @param done say for the own unit that it has commented, or has nothing to say
     */
    public record Rights(
            boolean upload,
            boolean open,
            boolean withdraw,
            boolean answer,
            boolean comment,
            boolean done,
            boolean issue) {
        /** Reading only, as of a version that is past. */
        public static final Rights NONE = new Rights(false, false, false, false, false, false, false);

        public boolean drafts() {
            return upload || open || withdraw || answer || issue;
        }
    }

    /** @param state in words: "đang lấy ý kiến" */
    public record Round(int number, int version, String opened, String end, String state, List<String> waiting) {}

    public record Version(int version, String state, String drafted, String issued, String reason, boolean hasBefore) {}

    /**
     * @param version 0: the plan's table
     * @param elsewhere comments on lines that this version does not have
     */
    public record Shown(
            int version,
            String title,
            String reference,
            String rankBy,
            String total,
            List<Said> whole,
            List<GroupShown> groups,
            List<Row> bonuses,
            List<Row> penalties,
            List<Band> bands,
            List<Said> elsewhere) {}

    public record GroupShown(String code, String name, String max, List<Said> comments, List<Row> rows) {}

    /** @param notes what else holds for the line, a phrase each */
    public record Row(
            String code,
            String name,
            String max,
            String step,
            String bonus,
            String evidence,
            List<String> notes,
            List<Said> comments) {}

    public record Band(String name, String from) {}

    /** @param place "dòng 1.1", for comments that stand elsewhere */
    public record Said(
            long id,
            String place,
            String party,
            String by,
            String at,
            String text,
            @Nullable Reply reply) {}

    public record Reply(boolean accepted, String text, String by, String at) {}

    /** One version, and what it says otherwise than the one before it. */
    public record OneVersion(String yearId, Shown table, List<String> facts, String compared, List<String> changes) {}
}
