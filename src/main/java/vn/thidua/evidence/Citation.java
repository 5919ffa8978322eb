package vn.thidua.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a document is cited, as its own text has it (Decree 30/2020/NĐ-CP, Appendix I). Read by a machine: proposed to the unit, which
 * confirms or corrects it; no verdict rests on it.
 *
 * @param number with its symbol: "12/KH-SNV"; null also where a clerk left the number open
 * @param issuer the organisation in the heading, in capitals as there
 * @param place where it was issued
 */
public record Citation(
        @Nullable String number,
        @Nullable String issuer,
        @Nullable String place,
        @Nullable LocalDate issued) {

    /** Nothing could be read. */
    public static final Citation NONE = new Citation(null, null, null, null);
}
