package vn.thidua.journal.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A receipt as a file: text, or PDF. */
public final class ReceiptFile {
    private static final long MAX_BYTES = 20L << 20;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private ReceiptFile() {}

    /** @throws ProofUnreadable if it carries no proof, or is no receipt at all */
    public static ReceiptProof read(Path file) throws IOException, ProofUnreadable {
        if (Files.size(file) > MAX_BYTES) {
            throw new ProofUnreadable(ProofUnreadable.Reason.NO_RECEIPT);
        }
        byte[] bytes = Files.readAllBytes(file);
        return startsWith(bytes, PDF) ? ofPdf(bytes) : ReceiptProof.find(text(bytes));
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

    private static String text(byte[] bytes) throws ProofUnreadable {
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
