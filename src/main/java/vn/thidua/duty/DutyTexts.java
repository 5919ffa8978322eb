package vn.thidua.duty;

import java.text.MessageFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.mail.MailProperties;
import vn.thidua.plan.Outcome;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.plan.Topic;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;

/** How a duty is spoken of to people: its title, its deadline in words, what follows from missing it, whom to ask, where it is. */
@Component
public class DutyTexts {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("duty.texts", Locale.ROOT);

    private final Milestones milestones;
    private final String baseUrl;

    DutyTexts(Milestones milestones, MailProperties properties) {
        this.milestones = milestones;
        this.baseUrl = properties.baseUrl();
    }

    public static String text(String key) {
        return TEXTS.getString(key);
    }

    public String title(Plan plan, Duty duty) {
        return title(plan, duty.key());
    }

    public String title(Plan plan, DutyKey key) {
        return new MessageFormat(text(key.type() + ".title"), Locale.ROOT).format(new Object[] {about(plan, key)});
    }

    /** The deadline with its kind, e.g. "trước 00:00 ngày 27/11/2024 (thứ Tư)"; a mending time of its own where there is one. */
    public String boundary(Duty duty) {
        return boundary(duty, milestones.get(duty.yearId(), duty.type().code()));
    }

    /** The same where the dates in force are at hand already. */
    public static String boundary(Duty duty, MilestoneDates dates) {
        if (duty.effectiveDeadline().isAfter(duty.deadlineAt())) {
            return before(duty.effectiveDeadline());
        }
        boolean ofMilestone = duty.type().moment() == DutyType.Moment.LIMIT
                && dates.boundary() != null
                && duty.deadlineAt().equals(dates.limit());
        return ofMilestone ? dates.boundary().inWords() : before(duty.deadlineAt());
    }

    public static String before(Instant instant) {
        return "trước " + Vietnam.words(instant);
    }

    public static String consequence(DutyType type) {
        String own = type + ".consequence";
        return TEXTS.containsKey(own)
                ? text(own)
                : text((type.outcome() == null ? "NONE" : type.outcome().name()) + ".consequence");
    }

    public static String outcome(Outcome outcome) {
        return text(outcome + ".outcome");
    }

    /** Whom to ask: the year's contact for the duty's topic, name and address. */
    public static String contact(Plan plan, @Nullable DutyType type) {
        Topic topic = type == null
                ? Topic.CONTENT
                : switch (type) {
                    case TECH_CONTACT, LINE_TEST -> Topic.TECHNICAL;
                    case NOMINATION, DOSSIER, PAPER_ENTRY, CONFIRMATION, MINISTRY -> Topic.DOSSIERS;
                    default -> Topic.CONTENT;
                };
        return plan.contacts(topic).stream()
                .findFirst()
                .map(DutyTexts::nameAndAddress)
                .orElseGet(() -> plan.partyName(plan.leader().code()).orElse("cụm trưởng"));
    }

    public static String yearName(Plan plan) {
        return plan.cluster().name() + ", năm " + plan.year();
    }

    /** Whose duty it is. */
    static String partyOf(Plan plan, Duty duty) {
        return partyName(plan, duty.key().party());
    }

    public static String partyName(Plan plan, String party) {
        return plan.partyName(party).orElse(party);
    }

    /** The person's name and unit, or the account where the plan does not know the person, as administrators. */
    public static String personName(Plan plan, String id) {
        return plan.person(id)
                .map(p -> p.name() + " (" + partyName(plan, p.party()) + ")")
                .orElse("tài khoản «" + id + "»");
    }

    public String link(Duty duty) {
        return baseUrl + "/viec/" + duty.id();
    }

    /** The page of a duty's files, for everybody who may read any of them. */
    public String filesLink(Duty duty) {
        return baseUrl + "/nam/" + duty.yearId() + "/tep/" + duty.id();
    }

    /** The page of a year, where it stays readable after its end. */
    public String link(Plan plan) {
        return baseUrl + "/nam/" + plan.yearId();
    }

    /** The page of a unit's score sheet. */
    public String sheetLink(Plan plan, String unit) {
        return baseUrl + "/nam/" + plan.yearId() + "/diem/" + unit;
    }

    public String tasklist() {
        return baseUrl + "/camunda/app/tasklist/default/";
    }

    /** What a duty is about, in words: a unit, a nominee's unit and number, an agenda item's number and title. */
    private static String about(Plan plan, DutyKey key) {
        String subject = key.subject();
        if (subject.isEmpty()) {
            return "";
        }
        if (key.type() == DutyType.AGENDA_ITEM) {
            String number = Seats.unitOf(subject);
            return plan.agenda().stream()
                    .filter(item -> String.valueOf(item.number()).equals(number))
                    .map(item -> item.number() + ": " + item.title())
                    .findFirst()
                    .orElse(number);
        }
        String unit = Seats.unitOf(subject);
        String name = partyName(plan, unit);
        return subject.contains("-") ? name + ", đề nghị số " + subject.substring(subject.indexOf('-') + 1) : name;
    }

    public static String nameAndAddress(Person person) {
        return person.name() + ", " + person.email();
    }
}
