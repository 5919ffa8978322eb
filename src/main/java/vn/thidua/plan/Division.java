package vn.thidua.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * The numbered division of units into clusters that this cluster year comes from (S2-01).
 *
 * @param otherClusters further clusters of the same division, so that a unit named twice in it is found
 */
public record Division(String number, String title, LocalDate date, List<OtherCluster> otherClusters) {
    public Division {
        otherClusters = List.copyOf(otherClusters);
    }

    public record OtherCluster(String code, List<String> units) {
        public OtherCluster {
            units = List.copyOf(units);
        }
    }
}
