package vn.thidua.scoring.sheet;

import java.util.List;

/**
 * What became of the figures when another version of the table came into force.
 *
 * @param carried how many were taken over as they stood
 * @param fallen what the new table has no place for
 */
public record CarryOver(int carried, List<Fallen> fallen) {
    public CarryOver {
        fallen = List.copyOf(fallen);
    }

    /** @param why Vietnamese */
    public record Fallen(String unit, String line, Column column, Figure figure, String why) {}
}
