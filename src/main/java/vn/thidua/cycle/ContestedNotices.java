package vn.thidua.cycle;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyMails;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.DutyType;
import vn.thidua.mail.DutyMail;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** Tells a unit, once for the same lines, in which its appraisals differ, so that it explains them before the meeting. */
@Component
public class ContestedNotices {
    private final SheetStore sheets;
    private final DutyRepository duties;
    private final DutyMails mails;
    private final DutyTexts texts;
    private final Milestones milestones;
    private final YearStore years;
    private final TimeSource time;

    ContestedNotices(
            SheetStore sheets,
            DutyRepository duties,
            DutyMails mails,
            DutyTexts texts,
            Milestones milestones,
            YearStore years,
            TimeSource time) {
        this.sheets = sheets;
        this.duties = duties;
        this.mails = mails;
        this.texts = texts;
        this.milestones = milestones;
        this.years = years;
        this.time = time;
    }

    /** An appraisal of the unit came in: nothing as long as another is awaited, once the meeting has begun, or where nothing differs. */
    void appraised(String yearId, String unit) {
        sheets.find(yearId, unit).ifPresent(sheet -> tell(yearId, sheet));
    }

    /** The appraisals' deadline has come; units that were told of the same lines before are not told again. */
    void appraisalsOver(String yearId) {
        sheets.all(yearId).values().forEach(sheet -> tell(yearId, sheet));
    }

    private void tell(String yearId, Sheet sheet) {
        Instant meeting = milestones.get(yearId, DutyCode.SCORING_MEETING).at();
        List<String> lines = sheet.contested().stream()
                .map(line -> line.code() + ". " + line.name())
                .toList();
        if (lines.isEmpty() || meeting == null || !time.now().isBefore(meeting)) {
            return;
        }
        Plan plan = years.plan(yearId);
        Duty selfScore = duties.get(DutyKey.of(yearId, DutyType.SELF_SCORE, sheet.unit()));
        mails.toOwners(
                plan,
                selfScore,
                "contested/" + Integer.toHexString(String.join("/", lines).hashCode()),
                new DutyMail.Contested(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyName(plan, sheet.unit()),
                        String.valueOf(lines.size()),
                        lines,
                        Vietnam.words(meeting),
                        DutyTexts.contact(plan, null),
                        texts.sheetLink(plan, sheet.unit())));
    }
}
