package vn.thidua.duty.form;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads text: Unicode NFC, no control characters, nothing that makes text look different from what it is. */
final class Texts {
    /** What word processors and web pages leave behind without meaning. */
    private static final Pattern INVISIBLE = Pattern.compile("[\u00AD\u200B\u2060\uFEFF]");

    private static final Pattern SPACES = Pattern.compile("[\u00A0\u2007\u202F]");
    private static final Pattern LINE_ENDS = Pattern.compile("\r\n|[\r\u0085\u2028\u2029]");
    /** Controls but tab and newline; direction overrides; halves of characters. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF&&[^\n\t]]");

    private static final Pattern LINES = Pattern.compile("[\n\t]");
    private static final int EXCERPT = 40;
    /** What the engine's tables hold; text that is longer as submitted could not even be refused in words. */
    private static final int STORABLE = FormField.DEFAULT_MAX_LENGTH;

    private Texts() {}

    static @Nullable String read(FormField field, Object raw) throws BadValue {
        if (!(raw instanceof String submitted)) {
            throw new BadValue("notText");
        }
        if (submitted.length() > 2 * STORABLE || submitted.codePointCount(0, submitted.length()) > STORABLE) {
            throw new BadValue("tooLong", field.longest(), submitted.length());
        }
        String text = clean(submitted);
        if (FORBIDDEN.matcher(text).find()) {
            throw new BadValue("controlCharacters");
        }
        if (text.isEmpty()) {
            return null;
        }
        if (field.type() == FieldType.TEXT && LINES.matcher(text).find()) {
            throw new BadValue("oneLine");
        }
        int length = text.codePointCount(0, text.length());
        if (length > field.longest()) {
            throw new BadValue("tooLong", field.longest(), length);
        }
        if (field.minLength() != null && length < field.minLength()) {
            throw new BadValue("tooShort", field.minLength());
        }
        String pattern = field.property("pattern");
        if (pattern != null && !Pattern.matches(pattern, text)) {
            throw new BadValue("pattern", excerpt(text), String.valueOf(field.property("patternText")));
        }
        return text;
    }

    static String clean(String text) {
        String clean = INVISIBLE.matcher(text).replaceAll("");
        clean = SPACES.matcher(clean).replaceAll(" ");
        clean = LINE_ENDS.matcher(clean).replaceAll("\n");
        return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
    }

    static boolean hasForbidden(String text) {
        return FORBIDDEN.matcher(text).find();
    }

    /** A piece of what was submitted, safe and short enough to be shown. */
    static String excerpt(String text) {
        String shown = FORBIDDEN.matcher(clean(text)).replaceAll("?").replace('\n', ' ');
        return shown.codePointCount(0, shown.length()) <= EXCERPT
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
