package vn.thidua.cycle.documents;

import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyType;

/** Which form a duty is filled in by: what files or a score sheet show is not asked for in words again. */
public final class DocumentForms {
    /** In a duty's detail: its figures stand in a score sheet. */
    public static final String WITH_SHEET = "sheet";

    private DocumentForms() {}

    public static boolean withSheet(Duty duty) {
        return Boolean.TRUE.equals(duty.detail().get(WITH_SHEET));
    }

    /** Whether it is done on the page of ours that takes files and shows sheets, instead of in a Camunda Form. */
    public static boolean onOurPage(Duty duty) {
        boolean filledIn = duty.type() == DutyType.SELF_SCORE || duty.type() == DutyType.APPRAISAL;
        return DocumentSlots.withDocuments(duty) || withSheet(duty) && filledIn;
    }

    public static String form(Duty duty) {
        if (withSheet(duty)) {
            return sheetForm(duty.type());
        }
        return DocumentSlots.withDocuments(duty)
                ? form(duty.type())
                : duty.type().form();
    }

    /** The form beside a score sheet; for duties without one the same as always. */
    public static String sheetForm(DutyType type) {
        return switch (type) {
            case SELF_SCORE, APPRAISAL, MEETING_RESULT, FREEZE -> type.form() + "-sheet";
            default -> type.form();
        };
    }

    /** The form that comes with files; for most duties it is the same. */
    public static String form(DutyType type) {
        return switch (type) {
            case SELF_SCORE, SUPPLEMENT, DOSSIER -> type.form() + "-files";
            default -> type.form();
        };
    }
}
