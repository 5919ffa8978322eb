package vn.thidua.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who acts for a party. {@code id} is the user id.
 *
 * @param party code of a unit or of an outside body
 * @param from first day in office, {@code null}: from before the year
 * @param to last day in office, {@code null}: until after the year
 */
public record Person(
        String id,
        String name,
        String email,
        @Nullable String phone,
        String party,
        Function function,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public boolean inOffice(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
