package vn.thidua.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.mail.LapseMail;
import vn.thidua.mail.ScheduleMail;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;

/** The mails of a working day's morning, about several duties at once (rules.md, "Deadlines"). */
@Component
public class MorningNotices {
    private final DutyMails mails;
    private final DutyTexts texts;

    MorningNotices(DutyMails mails, DutyTexts texts) {
        this.mails = mails;
        this.texts = texts;
    }

    /** One mail per person, cluster year and morning. */
    public void remind(Plan plan, Person person, List<Duty> missing, LocalDate morning) {
        List<ScheduleMail.ReminderItem> items = missing.stream()
                .map(d -> new ScheduleMail.ReminderItem(
                        DutyTexts.partyOf(plan, d),
                        texts.title(plan, d),
                        texts.boundary(d),
                        DutyTexts.consequence(d.type()),
                        texts.link(d)))
                .toList();
        mails.toPerson(
                plan,
                person,
                "reminder/" + person.id() + "/" + morning,
                new ScheduleMail.Reminder(
                        DutyTexts.yearName(plan), items, DutyTexts.contact(plan, null), texts.tasklist()));
    }

    /**
     * The day's list of what is overdue, to the standing agency.
     *
     * @param more what is overdue beside duties
     */
    public void overdueList(
            Plan plan, Person person, List<Duty> overdue, List<LapseMail.OverdueItem> more, LocalDate morning) {
        List<LapseMail.OverdueItem> items = new ArrayList<>(overdue.stream()
                .map(d -> new LapseMail.OverdueItem(
                        DutyTexts.partyOf(plan, d), texts.title(plan, d), texts.boundary(d), texts.link(d)))
                .toList());
        items.addAll(more);
        mails.toPerson(
                plan,
                person,
                "overdue/" + person.id() + "/" + morning,
                new LapseMail.OverdueDigest(
                        DutyTexts.yearName(plan),
                        Vietnam.date(morning),
                        items,
                        DutyTexts.text("OVERDUE.consequence"),
                        DutyTexts.contact(plan, null),
                        texts.tasklist()));
    }
}
