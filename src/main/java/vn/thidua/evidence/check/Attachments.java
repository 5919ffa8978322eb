package vn.thidua.evidence.check;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import vn.thidua.evidence.EvidenceWords;
import vn.thidua.evidence.FileType;

/** What lies in a PDF as a file of its own: no programs, and nothing that hides some. Word and Excel files are looked into. */
final class Attachments {
    private Attachments() {}

    /**
     * @param specification of an embedded file
     * @return Vietnamese sentences
     */
    static Set<String> dangers(COSDictionary specification, Limits limits) {
        Set<String> dangers = new LinkedHashSet<>();
        for (COSName key : Outwards.NAMES) {
            String name = specification.getString(key);
            if (name != null && Programs.isName(name)) {
                dangers.add(EvidenceWords.of("danger.program"));
            }
        }
        COSDictionary files = Pdf.dictionary(specification, COSName.EF);
        if (files != null) {
            for (COSBase value : files.getValues()) {
                if (Pdf.resolved(value) instanceof COSStream content) {
                    dangers.addAll(content(content, limits));
                }
            }
        }
        return dangers;
    }

    private static List<String> content(COSStream content, Limits limits) {
        try {
            byte[] start = BoundedDecode.start(content, Programs.NEEDED);
            if (Programs.isContent(start)) {
                return List.of(EvidenceWords.of("danger.program"));
            }
            if (!Programs.isArchive(start)) {
                return List.of();
            }
            byte[] file = BoundedDecode.start(content, (int) Math.min(limits.streamBytes(), Integer.MAX_VALUE - 8));
            FileType type = FileType.of(file);
            boolean office = type == FileType.WORD || type == FileType.EXCEL;
            return office ? OfficeScan.refusals(file, limits) : List.of(EvidenceWords.of("danger.archive"));
        } catch (IOException e) {
            // Broken data: no reader unpacks it either.
            return List.of();
        }
    }
}
