package vn.thidua.cycle.reading;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.calendar.Vietnam;
import vn.thidua.year.MilestoneDates;

/** The dates in force of a milestone, in words: a meeting has an instant and an end, and perhaps a latest date beside it. */
final class MilestoneWords {
    private MilestoneWords() {}

    static YearView.Milestone of(MilestoneDates dates) {
        List<String> when = new ArrayList<>();
        if (dates.at() != null) {
            when.add("lúc " + Vietnam.words(dates.at()));
        }
        if (dates.endedAt() != null) {
            when.add("kết thúc lúc " + Vietnam.words(dates.endedAt()));
        } else if (dates.plannedEnd() != null) {
            when.add("kết thúc chậm nhất lúc " + Vietnam.words(dates.plannedEnd()));
        }
        if (dates.boundary() != null) {
            when.add(dates.boundary().inWords());
        }
        if (dates.holding() > 1) {
            when.add("họp lần thứ " + dates.holding());
        }
        return new YearView.Milestone(
                StateWords.capital(dates.code().title()),
                dates.opens() == null ? "" : Vietnam.words(dates.opens()),
                String.join("; ", when));
    }
}
