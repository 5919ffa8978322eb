package vn.thidua.evidence;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of organisations as people compare them: accents, case, spaces and punctuation aside (certificates often lack accents). */
public final class Names {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Names() {}

    public static boolean same(String one, String other) {
        return bare(one).equals(bare(other));
    }

    /** "Sở Nội vụ  tỉnh Vĩnh Long" and "SO NOI VU TINH VINH LONG" both become "so noi vu tinh vinh long". */
    public static String bare(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String unmarked = MARKS.matcher(decomposed).replaceAll("").replace('đ', 'd');
        return NO_LETTERS.matcher(unmarked).replaceAll(" ").strip();
    }
}
