package vn.thidua.cycle.reading;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.AnswerLines;
import vn.thidua.cycle.documents.DocumentSlots;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.Receipt;
import vn.thidua.journal.Journal;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.year.ClusterYear;
import vn.thidua.year.MilestoneDates;

/** Puts a duty into words: one line of a list, or everything about it. */
@Component
class DutyViews {
    private final DutyRepository duties;
    private final DutyTexts texts;
    private final Journal journal;

    DutyViews(DutyRepository duties, DutyTexts texts, Journal journal) {
        this.duties = duties;
        this.texts = texts;
        this.journal = journal;
    }

    YearView.DutyLine line(
            ClusterYear year, Duty duty, Map<DutyCode, MilestoneDates> dates, Map<Long, Integer> receipts) {
        return new YearView.DutyLine(
                duty.id(),
                texts.title(year.plan(), duty),
                DutyTexts.boundary(duty, dates.get(duty.type().code())),
                StateWords.of(duty, year.running()),
                StateWords.outcome(duty),
                receipts.getOrDefault(duty.id(), 0));
    }

    DutyView whole(ClusterYear year, YearView.Head head, Duty duty) {
        Plan plan = year.plan();
        return new DutyView(
                head,
                duty.id(),
                duty.key(),
                texts.title(plan, duty),
                DutyTexts.partyName(plan, duty.key().party()),
                texts.boundary(duty),
                StateWords.of(duty, year.running()),
                StateWords.outcome(duty),
                StateWords.capital(DutyTexts.consequence(duty.type())),
                DutyTexts.contact(plan, duty.type()),
                DocumentSlots.withDocuments(duty),
                duties.receipts(duty).stream()
                        .map(receipt -> receipt(year, duty, receipt))
                        .toList(),
                journal(plan, duty));
    }

    private static DutyView.ReceiptView receipt(ClusterYear year, Duty duty, Receipt receipt) {
        return new DutyView.ReceiptView(
                receipt.number(),
                Vietnam.toTheSecond(receipt.receivedAt()),
                DutyTexts.personName(year.plan(), receipt.by()),
                !receipt.inTime(),
                StateWords.timeliness(receipt),
                StateWords.settled(duty, receipt, year.running()),
                StateWords.reason(receipt.settledReason()),
                AnswerLines.of(year.plan(), duty.type(), receipt.answers()));
    }

    private List<DutyView.JournalLine> journal(Plan plan, Duty duty) {
        return journal.readAbout(duty.yearId(), duty.type().code().code()).stream()
                .filter(entry -> JournalWords.concerns(entry, duty.key()))
                .map(entry -> JournalWords.line(plan, entry))
                .toList();
    }
}
