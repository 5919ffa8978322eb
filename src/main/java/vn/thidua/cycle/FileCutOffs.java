package vn.thidua.cycle;

import java.util.List;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyType;

/** What files mean at a cut-off; a duty that asks for none is left alone. */
public interface FileCutOffs {

    /** Locks the open duties of a type, so that what is just being received is in, and delivers those whose files are all there. */
    void deliver(String yearId, DutyType type);

    /** Of a supplement: the marked lines for which nothing came in time and nothing was answered. */
    List<String> silentLines(Duty supplement);

    /**
     * The result is frozen: nothing is ruled on any more. Marked lines whose files were accepted by neither check nor ruling keep the
     * score they have, which is no lapse; each with its reason goes into the minutes.
     */
    List<NotAccepted> frozen(String yearId);

    /** @param reason Vietnamese */
    record NotAccepted(String unit, String line, String file, String reason) {}
}
