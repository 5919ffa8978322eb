package vn.thidua.cycle.requests;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The Vietnamese texts of this package ({@code cycle/requests.properties}). */
final class RequestWords {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("cycle.requests", Locale.ROOT);

    private RequestWords() {}

    static String of(String key, Object... args) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(args);
    }
}
