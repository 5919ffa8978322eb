package vn.thidua.journal.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A receipt as a file: text, or PDF.
 *
 * @param text empty for a PDF, whose pages nobody can hold against the proof but a reader
 */
public record ReceiptFile(ReceiptProof proof, Optional<String> text) {
    private static final long MAX_BYTES = 20L << 20;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** @throws ProofUnreadable if it carries no proof, or is no receipt at all */
    public static ReceiptFile read(Path file) throws IOException, ProofUnreadable {
        if (Files.size(file) > MAX_BYTES) {
            throw new ProofUnreadable(ProofUnreadable.Reason.NO_RECEIPT);
        }
        byte[] bytes = Files.readAllBytes(file);
        if (startsWith(bytes, PDF)) {
            return new ReceiptFile(ofPdf(bytes), Optional.empty());
        }
        String text = decoded(bytes);
        return new ReceiptFile(ReceiptProof.find(text), Optional.of(text));
    }

    private static ReceiptProof ofPdf(byte[] bytes) throws ProofUnreadable {
        String line;
        try (PDDocument document = Loader.loadPDF(bytes)) {
            line = document.getDocumentInformation().getCustomMetadataValue(ReceiptProof.PDF_KEY);
        } catch (IOException e) {
            throw new ProofUnreadable(ProofUnreadable.Reason.NO_RECEIPT);
        }
        if (line == null) {
            throw new ProofUnreadable(ProofUnreadable.Reason.NONE);
        }
        return ReceiptProof.parse(line.strip());
    }

    private static String decoded(byte[] bytes) throws ProofUnreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProofUnreadable(ProofUnreadable.Reason.NO_RECEIPT);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return ByteBuffer.wrap(bytes, 0, Math.min(start.length, bytes.length)).equals(ByteBuffer.wrap(start));
    }
}
