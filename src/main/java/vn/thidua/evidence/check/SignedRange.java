package vn.thidua.evidence.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.bouncycastle.asn1.ASN1InputStream;
import vn.thidua.evidence.EvidenceWords;

/**
 * Whether the bytes that a signature signs are what they must be: the whole of one state of the file, except the signature's own
 * value. Anything else in the gap, or a gap elsewhere, is the room in which signatures are wrapped.
 */
final class SignedRange {
    private SignedRange() {}

    /** @return in Vietnamese, why not; empty if they are */
    static Optional<String> objection(SignatureField field, byte[] file) {
        List<Long> range = field.range();
        if (field.value() == null || range.isEmpty()) {
            return Optional.of(EvidenceWords.of("broken.noRange"));
        }
        long gapBegin = range.get(1);
        long gapEnd = range.get(2);
        boolean ordered = range.get(0) == 0 && gapBegin > 0 && gapBegin < gapEnd && gapEnd < field.end();
        if (!ordered || field.end() > file.length) {
            return Optional.of(EvidenceWords.of("broken.range", range));
        }
        if (!isOwnValue(field, file, (int) gapBegin, (int) gapEnd)) {
            return Optional.of(EvidenceWords.of("broken.gap", gapBegin, gapEnd));
        }
        return endsState(file, (int) field.end())
                ? Optional.empty()
                : Optional.of(EvidenceWords.of("broken.endsWithin", field.end()));
    }

    private static boolean isOwnValue(SignatureField field, byte[] file, int begin, int end) {
        COSBase value = field.value() == null ? null : field.value().getDictionaryObject(COSName.CONTENTS);
        if (!(value instanceof COSString contents) || file[begin] != '<' || file[end - 1] != '>') {
            return false;
        }
        String hex = new String(file, begin + 1, end - begin - 2, StandardCharsets.ISO_8859_1);
        try {
            return Arrays.equals(COSString.parseHex(hex).getBytes(), contents.getBytes())
                    && hex.chars().allMatch(c -> Character.digit(c, 16) >= 0 || Character.isWhitespace(c))
                    && isPaddedWithZeros(contents.getBytes());
        } catch (IOException e) {
            return false;
        }
    }

    /** Signers reserve more room than the value needs; what fills the rest is read by no verifier. */
    private static boolean isPaddedWithZeros(byte[] contents) throws IOException {
        ByteArrayInputStream rest = new ByteArrayInputStream(contents);
        if (new ASN1InputStream(rest, contents.length).readObject() == null) {
            return false;
        }
        for (int next = rest.read(); next >= 0; next = rest.read()) {
            if (next != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsState(byte[] file, int end) {
        int from = Math.max(0, end - 64);
        String tail = new String(file, from, end - from, StandardCharsets.ISO_8859_1);
        return tail.stripTrailing().endsWith("%%EOF");
    }
}
