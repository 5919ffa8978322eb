package vn.thidua.scoring.result;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.SheetView;

/**
 * The meeting's board as the browser shows it: all units side by side. Figures are texts with a decimal point.
 *
 * @param turn what the year has come to ({@link BoardViews#turn})
 * @param results all results made so far, the earliest first
 */
public record Board(
        String year,
        String yearName,
        Instant now,
        long stand,
        String turn,
        Phase phase,
        String phaseText,
        List<SheetView.Group> groups,
        List<SheetView.LineView> lines,
        List<UnitView> units,
        List<StandingView> standings,
        List<ResultView> results) {

    public enum Phase {
        BEFORE,
        MEETING,
        SUPPLEMENT,
        SETTLING,
        FROZEN,
        CLOSED
    }

    public record UnitView(
            String code,
            String name,
            boolean mayAgree,
            boolean mayObject,
            boolean mayMark,
            boolean markedOnly,
            String whyNot,
            boolean settled,
            Map<String, LineCells> cells) {}

    /**
     * @param cells each under the name of its column
     * @param proposed what stands while nothing is agreed, whether something is or not
     * @param settled the meeting agreed on it: afterwards it changes only where evidence was asked for
     */
    public record LineCells(
            @JsonAnyGetter Map<Column, SheetView.Cell> cells,
            @Nullable FigureView proposed,
            boolean contested,
            boolean marked,
            boolean settled,
            List<SheetView.NoteView> notes) {}

    public record FigureView(
            @Nullable String points,
            @Nullable String bonus,
            @Nullable Integer count) {}

    public record TotalsView(String total, String totalWithBonus, String bonus, String penalty, List<String> groups) {}

    public record StandingView(
            String unit,
            int rank,
            String total,
            String totalWithBonus,
            String bonus,
            String penalty,
            List<String> groups,
            @Nullable String band,
            Set<String> knockOuts,
            int contested,
            int open,
            int unscored,
            Map<Column, TotalsView> columns) {}

    /** @param reason of the ruling that it follows; empty where there was none */
    public record ResultView(int number, String kind, String hash, Instant at, String reason) {}
}
