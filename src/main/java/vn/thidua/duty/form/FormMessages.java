package vn.thidua.duty.form;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The Vietnamese sentences of this package ({@code duty/form-messages.properties}). */
final class FormMessages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("duty.form-messages", Locale.ROOT);

    private FormMessages() {}

    static String of(String code, Object... args) {
        return MessageFormat.format(BUNDLE.getString(code), args);
    }

    /** A sentence about a field, whose name is argument 0. */
    static String about(String field, String code, Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = field;
        for (int i = 0; i < args.length; i++) {
            all[i + 1] = String.valueOf(args[i]);
        }
        return of(code, all);
    }
}
