package vn.thidua.scoring.criteria.workbook;

import vn.thidua.duty.DutyRefused;

/** A file that is not read at all: no workbook, too big, or with something in it that runs. The message says what to do instead. */
public final class WorkbookRefused extends DutyRefused {
    WorkbookRefused(String message) {
        super(message);
    }
}
