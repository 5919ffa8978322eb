package vn.thidua.cycle.reading;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.AnswerLines;
import vn.thidua.cycle.ScoreDuties;
import vn.thidua.cycle.documents.DocumentSlots;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyReaders;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Receipt;
import vn.thidua.journal.Journal;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.sheet.SheetAccess;
import vn.thidua.year.ClusterYear;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.YearStore;

/** Puts a duty into words: one line of a list, or everything about it. */
@Component
class DutyViews {
    private static final List<AnswerLines.Line> NOT_YET = List.of(new AnswerLines.Line(
            "Kết quả thẩm định", "Được xem khi các bên thẩm định đơn vị này đã nộp, hoặc khi hết hạn thẩm định."));

    private final DutyRepository duties;
    private final DutyTexts texts;
    private final Journal journal;
    private final SheetAccess sheets;
    private final YearStore years;

    DutyViews(DutyRepository duties, DutyTexts texts, Journal journal, SheetAccess sheets, YearStore years) {
        this.duties = duties;
        this.texts = texts;
        this.journal = journal;
        this.sheets = sheets;
        this.years = years;
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

    DutyView whole(ClusterYear year, YearView.Head head, Duty duty, DutyReaders.Reader reader, String person) {
        Plan plan = years.planWithFormerPeople(year.id());
        boolean answers = answersShown(plan, duty, reader, person);
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
                        .map(receipt -> receipt(plan, year.running(), duty, receipt, answers))
                        .toList(),
                journal(plan, duty));
    }

    /** An appraisal's totals are read by those who see its figures: the other appraiser and the unit once it is revealed (S0-02). */
    private boolean answersShown(Plan plan, Duty duty, DutyReaders.Reader reader, String person) {
        if (duty.type() != DutyType.APPRAISAL
                || reader.administrator() && reader.parties().isEmpty()) {
            return true;
        }
        return sheets.rights(person, plan.yearId(), ScoreDuties.unit(duty.key()))
                .visible()
                .contains(ScoreDuties.column(plan, duty.key()));
    }

    private static DutyView.ReceiptView receipt(
            Plan plan, boolean running, Duty duty, Receipt receipt, boolean answers) {
        return new DutyView.ReceiptView(
                receipt.number(),
                Vietnam.toTheSecond(receipt.receivedAt()),
                DutyTexts.personName(plan, receipt.by()),
                !receipt.inTime(),
                StateWords.timeliness(receipt),
                StateWords.settled(duty, receipt, running),
                StateWords.reason(receipt.settledReason()),
                answers ? AnswerLines.of(plan, duty.type(), receipt.answers()) : NOT_YET);
    }

    private List<DutyView.JournalLine> journal(Plan plan, Duty duty) {
        return journal.readAbout(duty.yearId(), duty.type().code().code()).stream()
                .filter(entry -> JournalWords.concerns(entry, duty.key()))
                .map(entry -> JournalWords.line(plan, entry))
                .toList();
    }
}
