package vn.thidua.duty.form;

/**
 * One thing wrong with submitted answers.
 *
 * @param key of the field
 * @param message a whole Vietnamese sentence that names the field and says what to do
 */
public record Problem(String key, String message) {
    static Problem of(FormField field, String code, Object... args) {
        return new Problem(field.key(), FormMessages.about(field.name(), code, args));
    }
}
