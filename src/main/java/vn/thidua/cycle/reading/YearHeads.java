package vn.thidua.cycle.reading;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyReaders;
import vn.thidua.duty.DutyTexts;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEvent;
import vn.thidua.year.ClusterYear;

/** How a cluster year stands, and as whom somebody reads it. */
@Component
class YearHeads {
    private final Journal journal;

    YearHeads(Journal journal) {
        this.journal = journal;
    }

    YearView.Head of(ClusterYear year, DutyReaders.Reader reader) {
        return new YearView.Head(year.id(), year.name(), year.running(), status(year), seat(year, reader));
    }

    private String status(ClusterYear year) {
        return switch (year.status()) {
            case RUNNING -> "Đang diễn ra.";
            case CLOSED ->
                journal.last(year.id(), JournalEvent.CLOSED)
                        .map(e -> "Đã kết thúc lúc " + Vietnam.words(e.at()) + ".")
                        .orElse("Đã kết thúc.");
            case CANCELLED ->
                journal.last(year.id(), JournalEvent.CANCELLED)
                        .map(e -> "Đã bị hủy lúc " + Vietnam.words(e.at()) + ", người hủy: "
                                + DutyTexts.personName(year.plan(), e.by()) + ". Lý do: "
                                + e.detail().getOrDefault("reason", "không ghi"))
                        .orElse("Đã bị hủy.");
        };
    }

    private static String seat(ClusterYear year, DutyReaders.Reader reader) {
        if (reader.parties().isEmpty()) {
            return "Quản trị viên";
        }
        return reader.parties().stream()
                .map(party -> DutyTexts.partyName(year.plan(), party))
                .sorted(Vietnam.collator())
                .collect(Collectors.joining("; "));
    }
}
