package vn.thidua.tryout;

import org.jspecify.annotations.Nullable;

/** The server or a command cannot start; the message is the Vietnamese sentence that says why and what to do. Exit code 2. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Sentences SENTENCES = new Sentences("tryout/sentences.properties");

    private StartRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    static StartRefused because(String key, Object... args) {
        return new StartRefused(SENTENCES.get(key, args), null);
    }

    static StartRefused because(Throwable cause, String key, Object... args) {
        return new StartRefused(SENTENCES.get(key, args), cause);
    }

    /** The refusal among the causes of what Spring threw, or null. */
    public static @Nullable StartRefused in(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof StartRefused refused) {
                return refused;
            }
        }
        return null;
    }
}
