package vn.thidua.evidence.check;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import vn.thidua.evidence.Citation;
import vn.thidua.evidence.EvidenceWords;
import vn.thidua.evidence.FileFacts;
import vn.thidua.evidence.FileFacts.Copy;
import vn.thidua.evidence.FileType;
import vn.thidua.evidence.SignatureFacts;
import vn.thidua.evidence.SignatureFacts.SignerKind;

/**
 * Establishes the facts of one file, offline, in the order that keeps a hostile one harmless: bytes, then objects, then signatures,
 * then text. What was found dangerous is not taken further than it must be.
 */
final class Checker {
    private final Limits limits;

    Checker(Limits limits) {
        this.limits = limits;
    }

    /**
     * @param received judges certificates where a signature's time is only claimed
     * @throws Unreadable if the file is empty, of no known type, or no PDF although it says so
     */
    FileFacts check(byte[] file, TrustAnchors anchors, Instant received) throws Unreadable {
        if (file.length == 0) {
            throw new Unreadable(EvidenceWords.of("unreadable.empty"));
        }
        FileType type = FileType.of(file);
        if (type == FileType.UNKNOWN) {
            throw new Unreadable(EvidenceWords.of("unreadable.type"));
        }
        Draft draft = new Draft(file, type);
        draft.notExamined.addAll(anchors.unreadable());
        if (type != FileType.PDF) {
            draft.notExamined.add(EvidenceWords.of("notExamined.otherType"));
            return draft.facts();
        }
        draft.dangers.addAll(RawScan.dangers(file, limits));
        if (draft.dangers.isEmpty()) {
            open(draft, anchors, received);
        } else {
            draft.notExamined.add(EvidenceWords.of("notExamined.dangerous"));
        }
        return draft.facts();
    }

    private void open(Draft draft, TrustAnchors anchors, Instant received) throws Unreadable {
        try (Pdf pdf = Pdf.open(draft.file, draft.file.length)) {
            draft.encrypted = pdf.document().isEncrypted();
            examine(pdf, draft, anchors, received);
        } catch (InvalidPasswordException e) {
            draft.encrypted = true;
            draft.dangers.add(EvidenceWords.of("danger.encrypted"));
        } catch (IOException e) {
            throw new Unreadable(EvidenceWords.of("unreadable.pdf"));
        }
    }

    private void examine(Pdf pdf, Draft draft, TrustAnchors anchors, Instant received) {
        PdfDangers.Found found = PdfDangers.in(pdf, limits);
        draft.dangers.addAll(found.dangers());
        if (!found.sound()) {
            return;
        }
        draft.pages = pdf.document().getNumberOfPages();
        List<SignatureField> fields = found.fields();
        if (!draft.dangers.isEmpty()) {
            draft.notExamined.add(EvidenceWords.of("notExamined.dangerous"));
            return;
        }
        if (!fields.isEmpty()) {
            draft.notExamined.add(EvidenceWords.of("notExamined.online"));
        }
        if (found.attachments()) {
            draft.notExamined.add(EvidenceWords.of("notExamined.attachments"));
        }
        draft.signatures.addAll(new SignatureReader(draft.file, pdf, anchors, received).read(fields));
        if (!draft.signatures.isEmpty()
                && draft.signatures.stream().noneMatch(s -> s.kind() == SignerKind.ORGANISATION)) {
            draft.remarks.add(EvidenceWords.of("remark.noOrganisation"));
        }
        CopySigns copy = CopySigns.in(pdf, fields, draft.signatures, limits);
        draft.copy = copy.copy();
        draft.copySigns.addAll(copy.signs());
        draft.proposed = CitationReader.read(pdf.document());
        draft.notExamined.addAll(copy.notExamined());
    }

    /** Facts as far as they are known. */
    static final class Draft {
        private final byte[] file;
        private final FileType type;
        private boolean encrypted;
        private @Nullable Integer pages;
        private final List<String> dangers = new ArrayList<>();
        private final List<SignatureFacts> signatures = new ArrayList<>();
        private Copy copy = Copy.NO_SIGN;
        private final List<String> copySigns = new ArrayList<>();
        private Citation proposed = Citation.NONE;
        private final List<String> remarks = new ArrayList<>();
        private final List<String> notExamined = new ArrayList<>();

        Draft(byte[] file, FileType type) {
            this.file = file;
            this.type = type;
        }

        private FileFacts facts() {
            return new FileFacts(
                    sha256(file),
                    file.length,
                    type,
                    encrypted,
                    pages,
                    true,
                    dangers,
                    signatures,
                    copy,
                    copySigns,
                    proposed,
                    remarks,
                    notExamined);
        }
    }

    /** What can be said of a file whose examination did not come to its end. */
    static FileFacts unfinished(byte[] file, String why) {
        return FileFacts.unexamined(sha256(file), file.length, FileType.of(file), why);
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
