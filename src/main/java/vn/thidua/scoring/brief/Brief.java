package vn.thidua.scoring.brief;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;
import vn.thidua.scoring.sheet.Column;

/**
 * A unit's brief before the meeting, for one of its own people; figures as people read them ("9,75"). Rows have a cell for each of the
 * {@code columns}, which are those that the person sees of the own sheet.
 *
 * @param table which version of the criteria table, in words
 * @param phase what the year has come to, as far as the brief is concerned, in a sentence
 * @param stake what all contested lines together are about, in words; empty where nothing is contested
 * @param rank where the unit stands if everything stays so; null where the person may not see all that it is computed from
 * @param lines all lines that something can be proposed for
 * @param names of people by their accounts, as they are shown
 */
public record Brief(
        String year,
        String yearName,
        String unit,
        String unitName,
        String table,
        String phase,
        List<Column> columns,
        List<Row> groups,
        List<Row> totals,
        List<Gap> gaps,
        List<Issue> contested,
        List<Issue> lower,
        String stake,
        @Nullable Integer rank,
        List<LineName> lines,
        Map<String, Proposal> proposals,
        @Nullable Pledge pledge,
        Map<String, String> names,
        boolean mayPropose,
        boolean mayRaise,
        boolean mayReport) {

    /** A rank is computed from others' figures, so it would give them away before they are open. */
    public String rankWords() {
        return rank == null
                ? "xem được từ khi họp chấm điểm bắt đầu, vì thứ hạng tính từ điểm của mọi đơn vị."
                : "hạng " + rank + " nếu giữ nguyên các mức điểm đang tính.";
    }

    /** @param max empty where there is none */
    public record Row(String name, String max, List<String> cells) {}

    /** A criterion that has less than its maximum: by the figure that stands as far as the unit knows. */
    public record Gap(String line, String name, String max, String figure, String missing) {}

    /**
     * A line to argue about.
     *
     * @param stake points that it is about, in words
     * @param ranks what that would do to the rank; empty where the person may not see it
     */
    public record Issue(
            String line,
            String name,
            String max,
            List<String> cells,
            String stake,
            String ranks,
            List<Said> reasons,
            List<Said> explanations) {}

    public record Said(String who, String text) {}

    public record LineName(String code, String name) {}

    public @Nullable Proposal proposal(String line) {
        return proposals.get(line);
    }

    /** Proposed objections on lines that are not to be argued about already. */
    public List<Proposal> others() {
        return proposals.values().stream()
                .filter(p -> contested.stream().noneMatch(i -> i.line().equals(p.line()))
                        && lower.stream().noneMatch(i -> i.line().equals(p.line())))
                .toList();
    }

    public String name(String line) {
        return lines.stream()
                .filter(l -> l.code().equals(line))
                .map(LineName::name)
                .findFirst()
                .orElse("");
    }

    public String by(String person) {
        return names.getOrDefault(person, person);
    }

    public String when(Instant instant) {
        return Vietnam.words(instant);
    }

    public String outcome(Pledge.Target target) {
        return PledgeRows.outcome(target);
    }
}
