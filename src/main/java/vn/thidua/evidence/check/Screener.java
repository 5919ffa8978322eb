package vn.thidua.evidence.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.thidua.evidence.EvidenceWords;
import vn.thidua.evidence.FileType;

/** What receiving refuses, by the kind of file. The last sentence says what to do instead. */
final class Screener {
    private static final byte[] COMPOUND = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    private static final byte[] ENCRYPTED_OFFICE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Limits limits;

    Screener(Limits limits) {
        this.limits = limits;
    }

    /** @return Vietnamese sentences; empty if the file may be received */
    List<String> refusals(byte[] file, FileType type) {
        if (file.length == 0) {
            return List.of(EvidenceWords.of("unreadable.empty"), EvidenceWords.of("advice.empty"));
        }
        return switch (type) {
            case PDF -> withAdvice(pdf(file), "advice.pdf");
            case JPEG, PNG, TIFF -> withAdvice(Pictures.refusals(file, type), "advice.picture");
            case WORD, EXCEL -> withAdvice(OfficeScan.refusals(file, limits), "advice.office");
            case UNKNOWN -> unknown(file);
        };
    }

    private List<String> pdf(byte[] file) {
        List<String> dangers = new ArrayList<>(RawScan.dangers(file, limits));
        if (!dangers.isEmpty()) {
            return dangers;
        }
        try (Pdf pdf = Pdf.open(file, file.length)) {
            PdfDangers.Found found = PdfDangers.in(pdf, limits);
            dangers.addAll(found.dangers());
            if (pdf.document().getNumberOfPages() == 0) {
                dangers.add(EvidenceWords.of("unreadable.noPages"));
            }
        } catch (InvalidPasswordException e) {
            dangers.add(EvidenceWords.of("danger.encrypted"));
        } catch (IOException e) {
            dangers.add(EvidenceWords.of("unreadable.pdf"));
        }
        return dangers;
    }

    private static List<String> unknown(byte[] file) {
        if (Bytes.startsWith(file, COMPOUND)) {
            return Bytes.contains(file, ENCRYPTED_OFFICE)
                    ? List.of(EvidenceWords.of("refusal.encryptedOffice"), EvidenceWords.of("advice.encryptedOffice"))
                    : List.of(EvidenceWords.of("refusal.oldOffice"), EvidenceWords.of("advice.oldOffice"));
        }
        if (Bytes.startsWith(file, ZIP)) {
            return List.of(EvidenceWords.of("refusal.archive"), EvidenceWords.of("advice.archive"));
        }
        return List.of(EvidenceWords.of("unreadable.type"), EvidenceWords.of("advice.type"));
    }

    private static List<String> withAdvice(List<String> refusals, String advice) {
        if (refusals.isEmpty()) {
            return refusals;
        }
        List<String> all = new ArrayList<>(refusals);
        all.add(EvidenceWords.of(advice));
        return all;
    }
}
