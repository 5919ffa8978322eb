package vn.thidua.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document the year rests on (S0-01).
 *
 * @param dates the dates it is known to bear: one, none for a draft, two where the sources disagree (S0-31)
 * @param from first day in force
 * @param to last day in force
 * @param successor number of the document that replaces it
 * @param cites numbers of documents it cites
 */
public record LegalBasis(
        String number,
        String title,
        List<LocalDate> dates,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String successor,
        List<String> cites) {
    public LegalBasis {
        dates = List.copyOf(dates);
        cites = List.copyOf(cites);
    }
}
