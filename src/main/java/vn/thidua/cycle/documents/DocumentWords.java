package vn.thidua.cycle.documents;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The Vietnamese texts of this package ({@code cycle/documents.properties}). */
final class DocumentWords {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("cycle.documents", Locale.ROOT);

    private DocumentWords() {}

    static String of(String key, Object... args) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(args);
    }
}
