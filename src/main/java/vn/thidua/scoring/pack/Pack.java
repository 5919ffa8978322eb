package vn.thidua.scoring.pack;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;
import vn.thidua.scoring.brief.Pledge;
import vn.thidua.scoring.brief.PledgeRows;
import vn.thidua.scoring.sheet.Decimals;

/**
 * What the conference's summary rests on, made from one result.
 *
 * @param draft the result is provisional yet
 * @param status which result it is made from, with its hash, in a sentence
 * @param units by rank
 * @param missing what is missing of the whole, a sentence each; what a unit lacks stands with it
 */
public record Pack(
        String year,
        String yearName,
        boolean draft,
        String status,
        String hash,
        List<UnitPack> units,
        List<Direction> directions,
        List<String> missing,
        boolean mayEnter) {

    /**
     * @param knockOuts in words, or empty
     * @param classification null where the authority's is not recorded
     * @param missing what it lacks, as phrases
     */
    public record UnitPack(
            int rank,
            String unit,
            String name,
            BigDecimal total,
            BigDecimal bonus,
            BigDecimal penalty,
            String band,
            String knockOuts,
            @Nullable Pledge pledge,
            @Nullable Classification classification,
            List<String> missing) {

        public BigDecimal totalWithBonus() {
            return total.add(bonus);
        }
    }

    /** What the authority decided, and by which document. */
    public record Classification(String grade, String document, boolean underDiscipline, String note) {}

    /** How many things are missing, of the whole and of units together. */
    public long gaps() {
        return Stream.concat(missing.stream(), units.stream().flatMap(u -> u.missing().stream()))
                .count();
    }

    public String shown(BigDecimal value) {
        return Decimals.shown(value);
    }

    public String outcome(Pledge.Target target) {
        return PledgeRows.outcome(target);
    }

    public String when(Instant instant) {
        return Vietnam.words(instant);
    }
}
