package vn.thidua.evidence.check;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.evidence.EvidenceWords;

/** Why nobody may rely on what a PDF shows, told from its objects. */
final class PdfDangers {
    private PdfDangers() {}

    /**
     * @param dangers in Vietnamese
     * @param fields those of signatures; none where the page tree is a loop, which must not be followed
     */
    record Found(List<String> dangers, boolean sound, boolean attachments, List<SignatureField> fields) {}

    static Found in(Pdf pdf, Limits limits) {
        if (!PageTree.isSound(pdf)) {
            return new Found(List.of(EvidenceWords.of("danger.loop")), false, false, List.of());
        }
        ObjectScan.Found objects = ObjectScan.in(pdf, limits);
        List<String> dangers = new ArrayList<>(objects.dangers());
        List<SignatureField> fields = SignatureField.of(pdf);
        if (fields.size() > limits.signatures()) {
            dangers.add(EvidenceWords.of("danger.tooManySignatures", fields.size(), limits.signatures()));
        }
        return new Found(dangers, true, objects.attachments(), fields);
    }
}
