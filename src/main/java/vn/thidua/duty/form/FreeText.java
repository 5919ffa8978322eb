package vn.thidua.duty.form;

import org.jspecify.annotations.Nullable;
import vn.thidua.duty.DutyRefused;

/** Text that somebody writes on a page of ours, judged as strictly as in a form. */
public final class FreeText {
    private FreeText() {}

    /**
     * @param what the text is, at the beginning of a sentence: "Ý kiến"
     * @return Unicode NFC, without blanks at its ends
     * @throws DutyRefused where there is none, it is too long or has characters that nobody sees
     */
    public static String required(@Nullable String raw, String what, int longest) {
        String text = optional(raw, what, longest);
        if (text.isEmpty()) {
            throw new DutyRefused(what + " chưa có nội dung. Viết nội dung rồi gửi lại.");
        }
        return text;
    }

    /** As {@link #required}; empty where there is none. */
    public static String optional(@Nullable String raw, String what, int longest) {
        String text = raw == null ? "" : Texts.clean(raw);
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw new DutyRefused(
                    what + " dài " + length + " ký tự, nhiều nhất " + longest + " ký tự. Viết ngắn lại rồi gửi lại.");
        }
        if (Texts.hasForbidden(text)) {
            throw new DutyRefused(what + " có ký tự không ghi được. Xóa phần đó, gõ lại rồi gửi lại.");
        }
        return text;
    }
}
