package vn.thidua.evidence.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSObjectKey;
import vn.thidua.evidence.EvidenceWords;

/** The bytes behind what a signature signs: each object there must be one that counts, or was replaced by a later one. */
final class Appendix {
    private static final Pattern OBJECT =
            Pattern.compile("(?:^|[\\r\\n])[ \\t]*(\\d{1,10})[ \\t]+(\\d{1,5})[ \\t]+obj\\b");
    private static final Pattern STREAM = Pattern.compile("(?<!end)stream[ \\t]*\\r?\\n");

    private Appendix() {}

    /**
     * Objects that the table of contents passes over: another reader, one that repairs the table, may show them.
     *
     * @return Vietnamese sentences
     */
    static List<String> objections(byte[] file, int from, Map<COSObjectKey, Long> table) {
        List<String> objections = new ArrayList<>();
        String text = new String(file, from, file.length - from, StandardCharsets.ISO_8859_1);
        Matcher object = OBJECT.matcher(text);
        Matcher stream = STREAM.matcher(text);
        int at = 0;
        while (at < text.length() && object.find(at)) {
            long number = Long.parseLong(object.group(1));
            int generation = Integer.parseInt(object.group(2));
            long offset = from + (long) object.start(1);
            Long counts = table.get(new COSObjectKey(number, generation));
            // A negative place is that of the object stream in which the object lies packed.
            Long place = counts != null && counts < 0 ? table.get(new COSObjectKey(-counts, 0)) : counts;
            if (place == null || place < offset) {
                objections.add(EvidenceWords.of("broken.hidden", number, offset));
            }
            at = object.end();
            int end = text.indexOf("endobj", at);
            if (stream.region(at, end < 0 ? text.length() : end).find()) {
                int data = text.indexOf("endstream", stream.end());
                at = data < 0 ? text.length() : data;
            }
        }
        return objections;
    }

    static boolean isEmpty(byte[] file, int from) {
        for (int i = from; i < file.length; i++) {
            if (file[i] > ' ') {
                return false;
            }
        }
        return true;
    }
}
