package vn.thidua.evidence;

import java.util.List;
import java.util.Optional;
import vn.thidua.duty.Duty;

/** What a duty asks files for, and whether it still takes any: known to the running year, needed by receiving. */
public interface DutyDocuments {

    /** In the order in which they are shown; empty where a duty asks for no files. */
    List<Slot> slots(Duty duty);

    /** Whether and how files are taken now. */
    Intake intake(Duty duty);

    default Optional<Slot> slot(Duty duty, String code) {
        return slots(duty).stream().filter(slot -> slot.code().equals(code)).findFirst();
    }

    /**
     * @param open whether an upload may begin
     * @param lateToo what comes after the deadline gets its receipt and counts as late; otherwise it is refused then
     * @param notice in Vietnamese: what people should know, or why it is closed; may be empty
     */
    record Intake(boolean open, boolean lateToo, String notice) {}
}
