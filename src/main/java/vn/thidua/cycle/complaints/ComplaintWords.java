package vn.thidua.cycle.complaints;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The Vietnamese texts of this package ({@code cycle/complaints.properties}). */
final class ComplaintWords {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("cycle.complaints", Locale.ROOT);

    private ComplaintWords() {}

    static String of(String key, Object... args) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(args);
    }
}
