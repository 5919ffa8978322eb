package vn.thidua.scoring.pack;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;

/**
 * What a superior has directed.
 *
 * @param number of the document, or empty
 * @param day of the document
 * @param by whose account entered it
 */
public record Direction(
        long id, String issuer, String number, @Nullable LocalDate day, String summary, String by, Instant at) {

    public String dayWords() {
        return day == null ? "" : Vietnam.date(day);
    }

    /** "UBND tỉnh, số 12/UBND-VX ngày 05/11/2024". */
    public String source() {
        return issuer + (number.isEmpty() ? "" : ", số " + number) + (day == null ? "" : " ngày " + Vietnam.date(day));
    }
}
