package vn.thidua.plan;

import java.time.LocalTime;
import java.util.List;

/** How many working days before the last day that counts reminders go out, and when (rules.md, "Deadlines"). */
public record ReminderRules(List<Integer> workingDaysBefore, LocalTime at) {
    public static final ReminderRules DEFAULT = new ReminderRules(List.of(7, 3, 1, 0), LocalTime.of(8, 0));

    public ReminderRules {
        workingDaysBefore = List.copyOf(workingDaysBefore);
    }
}
