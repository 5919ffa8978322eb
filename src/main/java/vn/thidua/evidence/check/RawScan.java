package vn.thidua.evidence.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thidua.evidence.EvidenceWords;

/**
 * What the bytes of a PDF show before a parser touches them: a second document in the same file, another format around it, and
 * streams that would unpack to more than a machine holds (a parser unpacks some of them while it opens the file).
 */
final class RawScan {
    private static final String HEADER = "%PDF-";
    private static final String STREAM = "stream";
    private static final String END_OF_STREAM = "endstream";
    private static final Pattern COLUMNS = Pattern.compile("/Columns\\s+(\\d+)");
    private static final Pattern READ_AT_OPENING = Pattern.compile("/(?:ObjStm|XRef|First|W)\\b");
    private static final Pattern ONE_FLATE =
            Pattern.compile("/Filter\\s*(?:/FlateDecode|\\[\\s*/FlateDecode\\s*\\])\\s*[/>]");
    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern MARKUP =
            Pattern.compile("<(?:html|script|!doctype|svg|\\?php)", Pattern.CASE_INSENSITIVE);
    /** Browsers look that far for a page. */
    private static final int MARKUP_WITHIN = 1024;

    private static final int ZIP_END_LENGTH = 22;
    private static final int MAX_DICTIONARY = 16_384;
    private static final int MAX_COLUMNS = 1_000_000;

    private final byte[] bytes;
    private final String text;
    private final Limits limits;
    private final Set<String> dangers = new LinkedHashSet<>();
    /** Where data of streams lie: pairs of begin and end, ascending. */
    private final List<int[]> data = new ArrayList<>();

    private RawScan(byte[] bytes, Limits limits) {
        this.bytes = bytes;
        this.text = new String(bytes, StandardCharsets.ISO_8859_1);
        this.limits = limits;
    }

    /** @return Vietnamese sentences; empty where a parser may open the file */
    static List<String> dangers(byte[] pdf, Limits limits) {
        RawScan scan = new RawScan(pdf, limits);
        scan.streams();
        scan.frame();
        return List.copyOf(scan.dangers);
    }

    private void frame() {
        if (!text.startsWith(HEADER)) {
            danger("prefix");
        }
        for (int at = text.indexOf(HEADER, 5); at >= 0; at = text.indexOf(HEADER, at + 1)) {
            boolean beginsALine = at == 5 || text.charAt(at - 1) == '\r' || text.charAt(at - 1) == '\n';
            if (beginsALine && !inData(at)) {
                danger("secondDocument", at);
            }
        }
        int end = text.lastIndexOf("%%EOF");
        if (end < 0) {
            danger("noEnd");
        } else if (!text.substring(end + "%%EOF".length()).replace('\0', ' ').isBlank()) {
            danger("afterEnd");
        }
        if (endsAsZip(bytes)) {
            danger("zip");
        }
        Matcher markup = MARKUP.matcher(text).region(0, Math.min(MARKUP_WITHIN, text.length()));
        while (markup.find()) {
            // A page's own text may well speak of "<html>".
            if (!inData(markup.start())) {
                danger("markup");
            }
        }
    }

    /** Programs that unpack look for the end of an archive from behind, as far as its comment can be long. */
    static boolean endsAsZip(byte[] file) {
        for (int at = file.length - ZIP_END_LENGTH; at >= Math.max(0, file.length - ZIP_END_LENGTH - 0xffff); at--) {
            if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 5 && file[at + 3] == 6) {
                int comment = (file[at + 20] & 0xff) | (file[at + 21] & 0xff) << 8;
                if (at + ZIP_END_LENGTH + comment == file.length) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean startsAsMarkup(byte[] file) {
        String start = new String(file, 0, Math.min(MARKUP_WITHIN, file.length), StandardCharsets.ISO_8859_1);
        return MARKUP.matcher(start).find();
    }

    private boolean inData(int at) {
        return data.stream().anyMatch(d -> d[0] <= at && at < d[1]);
    }

    private void streams() {
        long total = 0;
        // Plain searches: they pass over a large picture many times faster than expressions do.
        for (int at = text.indexOf(STREAM); at >= 0; at = text.indexOf(STREAM, at + STREAM.length())) {
            Interrupts.check();
            if (text.startsWith(END_OF_STREAM, at - 3)) {
                continue;
            }
            int begin = dataAfter(at);
            int end = text.indexOf(END_OF_STREAM, begin);
            data.add(new int[] {begin, end < 0 ? text.length() : end});
            boolean atOpening = readAtOpening(at);
            long limit = atOpening ? limits.streamBytes() : limits.pictureBytes();
            long inflated = Inflated.count(bytes, begin, limit + 1);
            total += inflated;
            if (inflated > limit || total > limits.totalBytes()) {
                danger("bomb", at);
                return;
            }
        }
    }

    /** Behind the keyword, blanks and the end of its line. */
    private int dataAfter(int keyword) {
        int at = keyword + STREAM.length();
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        at += text.startsWith("\r", at) ? 1 : 0;
        return at + (text.startsWith("\n", at) ? 1 : 0);
    }

    /** Whether a parser unpacks the stream to open the file at all; then only the plainest packing is allowed. */
    private boolean readAtOpening(int at) {
        int from = Math.max(text.lastIndexOf(" obj", at), at - MAX_DICTIONARY);
        String dictionary = unescape(text.substring(Math.max(0, from), at));
        if (!READ_AT_OPENING.matcher(dictionary).find()) {
            return false;
        }
        if (dictionary.contains("/Filter") && !ONE_FLATE.matcher(dictionary).find()) {
            danger("packedTwice", at);
        }
        Matcher columns = COLUMNS.matcher(dictionary);
        while (columns.find()) {
            if (columns.group(1).length() > 7 || Integer.parseInt(columns.group(1)) > MAX_COLUMNS) {
                danger("bomb", at);
            }
        }
        return true;
    }

    /** Names may be written with {@code #41} for {@code A}. */
    private static String unescape(String dictionary) {
        return ESCAPE.matcher(dictionary)
                .replaceAll(m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    private void danger(String key, Object... args) {
        dangers.add(EvidenceWords.of("danger." + key, args));
    }
}
