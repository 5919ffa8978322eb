package vn.thidua.scoring.brief;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import vn.thidua.scoring.sheet.FigureCheck;

/** What people write, as it is kept: composed letters, no longer than its place. */
final class BriefTexts {
    private BriefTexts() {}

    /** @throws FigureCheck.Refused where it is too long or cannot be stored */
    static String clean(@Nullable String text, String field, int longest) {
        String said = text == null ? "" : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (said.length() > longest) {
            throw new FigureCheck.Refused(
                    field, "Nội dung dài " + said.length() + " ký tự; viết gọn trong " + longest + ".");
        }
        if (said.indexOf('\0') >= 0) {
            throw new FigureCheck.Refused(field, "Nội dung có ký tự không ghi được; gõ lại.");
        }
        return said;
    }
}
