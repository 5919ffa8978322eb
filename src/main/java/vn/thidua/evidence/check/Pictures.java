package vn.thidua.evidence.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import vn.thidua.evidence.EvidenceWords;
import vn.thidua.evidence.FileType;

/**
 * Pictures that accompany evidence: whole, no larger than a program can open, and nothing else at the same time. Only their headers are
 * read, nothing is drawn. Data behind the picture's end as such are no danger: cameras write theirs there.
 */
final class Pictures {
    private static final long MAX_PIXELS = 250_000_000;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JPEG_END = {(byte) 0xff, (byte) 0xd9};
    private static final byte[] JPEG_DATA = {(byte) 0xff, (byte) 0xda};
    private static final byte[] PNG_END = "IEND".getBytes(StandardCharsets.US_ASCII);

    private Pictures() {}

    /** @return Vietnamese sentences */
    static List<String> refusals(byte[] file, FileType type) {
        List<String> refusals = new ArrayList<>();
        if (Bytes.contains(file, PDF)) {
            refusals.add(EvidenceWords.of("refusal.pictureAndPdf"));
        }
        if (RawScan.endsAsZip(file)) {
            refusals.add(EvidenceWords.of("refusal.pictureAndZip"));
        }
        if (RawScan.startsAsMarkup(file)) {
            refusals.add(EvidenceWords.of("refusal.pictureAndPage"));
        }
        long pixels = pixels(file);
        if (pixels < 0 || !ends(file, type)) {
            refusals.add(EvidenceWords.of("refusal.brokenPicture"));
        } else if (pixels > MAX_PIXELS) {
            refusals.add(EvidenceWords.of("refusal.hugePicture", MAX_PIXELS / 1_000_000));
        }
        return refusals;
    }

    /** -1 if the header cannot be read. */
    private static long pixels(byte[] file) {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return -1;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return -1;
        }
    }

    private static boolean ends(byte[] file, FileType type) {
        return switch (type) {
            case JPEG -> Bytes.contains(file, JPEG_DATA) && Bytes.contains(file, JPEG_END);
            case PNG -> Bytes.contains(file, PNG_END);
            default -> true;
        };
    }
}
