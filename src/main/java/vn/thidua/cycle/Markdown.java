package vn.thidua.cycle;

import org.jspecify.annotations.Nullable;

/** What forms show is Markdown; what people wrote in it is text. */
public final class Markdown {
    private Markdown() {}

    /** Characters that Markdown or HTML would read are taken literally. */
    public static String plain(@Nullable String text) {
        return text == null
                ? ""
                : text.replaceAll("([\\\\`*_{}\\[\\]()#+!|~<>&])", "\\\\$1").replace("\n", " ");
    }
}
