package vn.thidua.cycle.documents;

import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyType;

/** Which form a duty is filled in by: where files are handed in with it, what they show is not asked for in words again. */
public final class DocumentForms {
    private DocumentForms() {}

    public static String form(Duty duty) {
        return DocumentSlots.withDocuments(duty)
                ? form(duty.type())
                : duty.type().form();
    }

    /** The form that comes with files; for most duties it is the same. */
    public static String form(DutyType type) {
        return switch (type) {
            case SELF_SCORE, SUPPLEMENT, DOSSIER -> type.form() + "-files";
            default -> type.form();
        };
    }
}
