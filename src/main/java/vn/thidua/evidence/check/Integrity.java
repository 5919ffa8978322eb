package vn.thidua.evidence.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import vn.thidua.evidence.EvidenceWords;

/**
 * Whether what a reader shows is what was signed (rules.md: only further signatures, time stamps and validation data may follow).
 *
 * @param broken in Vietnamese, with what changed; empty if it is
 * @param added in Vietnamese: what followed, and may
 */
record Integrity(List<String> broken, List<String> added) {
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");

    static Integrity of(SignatureField field, List<SignatureField> all, byte[] file, Pdf now) {
        Optional<String> range = SignedRange.objection(field, file);
        if (range.isPresent()) {
            return new Integrity(List.of(range.get()), List.of());
        }
        int end = (int) field.end();
        List<SignatureField> later = all.stream().filter(f -> f.end() > end).toList();
        if (Appendix.isEmpty(file, end)) {
            return new Integrity(List.of(), List.of());
        }
        List<String> broken = new ArrayList<>();
        List<String> added = new ArrayList<>();
        later.forEach(f -> added.add(EvidenceWords.of(f.isTimeStamp() ? "added.stamp" : "added.signature", f.name())));
        try (Pdf signed = Pdf.open(file, end)) {
            if (!PageTree.isSound(signed)) {
                return new Integrity(List.of(EvidenceWords.of("broken.unreadableState")), added);
            }
            if (!isUnchangedItself(field, signed)) {
                broken.add(EvidenceWords.of("broken.dictionary"));
            }
            Changes.Found found = Changes.between(signed, now, later);
            if (!found.changed().isEmpty()) {
                broken.add(EvidenceWords.of("broken.changed", String.join("; ", found.changed())));
            }
            added.addAll(found.added());
            later.forEach(f -> broken.addAll(Appearances.objections(f, now)));
            locked(field, later, signed).ifPresent(broken::add);
        } catch (IOException e) {
            broken.add(EvidenceWords.of("broken.unreadableState"));
        }
        broken.addAll(Appendix.objections(file, end, now.cos().getXrefTable()));
        if (added.isEmpty() && broken.isEmpty()) {
            broken.add(EvidenceWords.of("broken.unexplained", file.length - end));
        }
        return new Integrity(broken, added);
    }

    /** The signature dictionary must be the one that was there when it was signed, in every entry. */
    private static boolean isUnchangedItself(SignatureField field, Pdf signed) {
        return SignatureField.of(signed).stream()
                .filter(f -> f.range().equals(field.range()))
                .anyMatch(f -> f.name().equals(field.name()));
    }

    /** A certifying signature that allows no changes at all allows no further signature either. */
    private static Optional<String> locked(SignatureField field, List<SignatureField> later, Pdf signed) {
        COSDictionary permissions = Pdf.dictionary(signed.catalog(), COSName.PERMS);
        COSDictionary certifying = Pdf.dictionary(permissions, DOC_MDP);
        if (certifying == null || !SignatureField.range(certifying).equals(field.range())) {
            return Optional.empty();
        }
        boolean noChanges = certifying.getDictionaryObject(COSName.getPDFName("Reference"))
                        instanceof COSArray references
                && references.size() > 0
                && references.getObject(0) instanceof COSDictionary reference
                && reference.getDictionaryObject(COSName.getPDFName("TransformParams")) instanceof COSDictionary rules
                && rules.getInt(COSName.P, 2) == 1;
        return later.stream()
                .filter(f -> noChanges && !f.isTimeStamp())
                .findFirst()
                .map(f -> EvidenceWords.of("broken.locked", f.name()));
    }
}
