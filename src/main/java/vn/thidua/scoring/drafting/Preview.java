package vn.thidua.scoring.drafting;

import java.util.List;
import vn.thidua.scoring.criteria.workbook.Mistake;

/**
 * What would come of a workbook, before anything does.
 *
 * @param mistakes with any of them nothing comes of it
 * @param base the last version that there is; what is accepted must come after it
 * @param compared with which version, in words
 * @param changes to that version, a Vietnamese sentence each
 * @param fallen figures that such a table would have no place for, a sentence each
 */
public record Preview(
        List<Mistake> mistakes,
        List<Mistake> warnings,
        int base,
        String compared,
        List<String> changes,
        List<String> fallen) {
    public Preview {
        mistakes = List.copyOf(mistakes);
        warnings = List.copyOf(warnings);
        changes = List.copyOf(changes);
        fallen = List.copyOf(fallen);
    }

    /** It can be accepted as a draft. */
    public boolean acceptable() {
        return mistakes.isEmpty() && !changes.isEmpty();
    }
}
