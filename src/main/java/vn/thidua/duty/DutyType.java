package vn.thidua.duty;

import static vn.thidua.duty.Owner.*;
import static vn.thidua.duty.StaysOpen.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Function;
import vn.thidua.plan.Outcome;

/**
 * Everything a party can owe in a cluster year: under which code it counts, who owes it, who receives it, which moment of
 * the milestone is its deadline, and what follows from silence (rules.md, "Outcomes of silence").
 */
public enum DutyType {
    LAUNCH_PLAN(DutyCode.LAUNCH, LEADER, STANDING_AGENCY, Moment.AT, Outcome.OVERDUE, UNTIL_CLOSE),
    UNIT_PLAN(DutyCode.UNIT_PLAN, MEMBER, STANDING_AGENCY, Moment.LIMIT, Outcome.LATE, UNTIL_SELF_SCORE),
    REGULATION(DutyCode.REGULATION, LEADER, STANDING_AGENCY, Moment.LIMIT, Outcome.OVERDUE, UNTIL_CLOSE),
    CRITERIA(DutyCode.CRITERIA, LEADER, STANDING_AGENCY, Moment.LIMIT, Outcome.OVERDUE, UNTIL_CLOSE),
    PLEDGE(DutyCode.PLEDGE, MEMBER, LEADER, Moment.LIMIT, Outcome.LATE, UNTIL_SELF_SCORE),
    SELF_SCORE(DutyCode.SELF_SCORE, MEMBER, LEADER, Moment.LIMIT, Outcome.NO_SELF_SCORE, NO),
    CLASSIFICATION(DutyCode.CLASSIFICATION, STANDING_AGENCY, null, Moment.LIMIT, Outcome.OVERDUE, UNTIL_CLOSE),
    APPRAISAL(DutyCode.APPRAISAL, LEADER_AND_DEPUTY, null, Moment.LIMIT, Outcome.OVERDUE, UNTIL_CLOSE),
    INVITATION(DutyCode.INVITATION, LEADER, null, Moment.AT, Outcome.OVERDUE, UNTIL_CLOSE),
    ATTENDEES(DutyCode.ATTENDEES, MEMBER, LEADER, Moment.LIMIT, Outcome.NO_LIST, NO),
    TECH_CONTACT(DutyCode.TECH_CONTACT, MEMBER, LEADER, Moment.LIMIT, Outcome.NO_LIST, NO),
    LINE_TEST(DutyCode.LINE_TEST, LEADER, null, Moment.END, Outcome.OVERDUE, UNTIL_CLOSE),
    MEETING_RESULT(DutyCode.SCORING_MEETING, LEADER_OR_DEPUTY, null, Moment.END, null, NO),
    MEETING_MINUTES(DutyCode.SCORING_MEETING, LEADER, null, Moment.END, Outcome.OVERDUE, UNTIL_CLOSE),
    SUPPLEMENT(DutyCode.SUPPLEMENT, MEMBER, LEADER, Moment.LIMIT, Outcome.NO_EVIDENCE, NO),
    FREEZE(DutyCode.FREEZE, LEADER_AND_DEPUTY, null, Moment.LIMIT, Outcome.OVERDUE, UNTIL_CLOSE),
    OPINION(DutyCode.CONSULTATION, CONSULTED, null, Moment.LIMIT, Outcome.NO_OPINION, NO),
    AGREEMENT(DutyCode.CONSULTATION, STANDING_AGENCY, null, Moment.LIMIT, Outcome.NO_OPINION, NO),
    CONFERENCE_REPORT(DutyCode.CONFERENCE, LEADER, null, Moment.AT, Outcome.OVERDUE, UNTIL_CLOSE),
    CONFERENCE_INVITATION(DutyCode.CONFERENCE, LEADER, null, Moment.AT, Outcome.OVERDUE, UNTIL_CLOSE),
    AGENDA_ITEM(DutyCode.CONFERENCE, LEADER, null, Moment.END, null, NO),
    AWARD_VOTE(DutyCode.CONFERENCE, LEADER, null, Moment.END, null, NO),
    NEXT_LEADERS(DutyCode.CONFERENCE, LEADER, null, Moment.END, null, NO),
    CONFERENCE_MINUTES(DutyCode.CONFERENCE, LEADER, null, Moment.END, Outcome.OVERDUE, UNTIL_CLOSE),
    RECOGNITION(DutyCode.CONFERENCE, ORGANISER, null, Moment.CLOSE, null, UNTIL_CLOSE),
    NOMINATION(DutyCode.NOMINATION, MEMBER, LEADER, Moment.LIMIT, Outcome.NOT_PROPOSING, NO),
    DOSSIER(DutyCode.DOSSIER, MEMBER, LEADER, Moment.LIMIT, Outcome.NOT_PROPOSING, NO),
    PAPER_ENTRY(DutyCode.DOSSIER, LEADER, null, Moment.PAPER, Outcome.OVERDUE, UNTIL_CLOSE),
    CONFIRMATION(DutyCode.CONFIRMATION, PROVINCE, null, Moment.LIMIT, Outcome.OVERDUE, NO),
    MINISTRY(DutyCode.MINISTRY, LEADER, null, Moment.LIMIT, Outcome.OVERDUE, UNTIL_CLOSE),
    MINISTRY_RECEIPT(DutyCode.MINISTRY, Owner.MINISTRY, null, Moment.CLOSE, null, UNTIL_CLOSE),
    POST_CONFERENCE(DutyCode.POST_CONFERENCE, LEADER, STANDING_AGENCY, Moment.LIMIT, Outcome.OVERDUE, UNTIL_CLOSE);

    /** Which instant of the milestone is the deadline: its boundary, the event itself, the event's end, noon for paper, the year's end. */
    public enum Moment {
        LIMIT,
        AT,
        END,
        PAPER,
        CLOSE
    }

    private final DutyCode code;
    private final Owner owner;
    private final @Nullable Owner reviewer;
    private final Moment moment;
    private final @Nullable Outcome outcome;
    private final StaysOpen staysOpen;

    DutyType(
            DutyCode code,
            Owner owner,
            @Nullable Owner reviewer,
            Moment moment,
            @Nullable Outcome outcome,
            StaysOpen staysOpen) {
        this.code = code;
        this.owner = owner;
        this.reviewer = reviewer;
        this.moment = moment;
        this.outcome = outcome;
        this.staysOpen = staysOpen;
    }

    public DutyCode code() {
        return code;
    }

    public Owner owner() {
        return owner;
    }

    /** Who accepts or returns what is handed in; {@code null} where nobody does. */
    public @Nullable Owner reviewer() {
        return reviewer;
    }

    public Moment moment() {
        return moment;
    }

    /** What silence until the deadline leads to; {@code null} where it leads to nothing. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    public StaysOpen staysOpen() {
        return staysOpen;
    }

    /** A unit may take back what it handed in and hand in anew, before the deadline; what was sent up is sent. */
    public boolean withdrawable() {
        return (reviewer != null && this != POST_CONFERENCE) || this == OPINION || this == AGREEMENT;
    }

    /** Done inside a meeting or conference, which ends them. */
    public boolean inSession() {
        return this == MEETING_RESULT
                || this == MEETING_MINUTES
                || this == AGENDA_ITEM
                || this == AWARD_VOTE
                || this == NEXT_LEADERS
                || this == CONFERENCE_MINUTES;
    }

    /** The form that is filled in, which is also the name of its file. */
    public String form() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The functions within the owing party that do the task and are reminded of it. */
    public List<Function> functions() {
        return switch (owner) {
            case STANDING_AGENCY -> List.of(Function.STANDING_AGENCY);
            case CONSULTED -> List.of(Function.COUNCIL_SPONSOR, Function.PROVINCE_LEADER, Function.PARTY_STANDING);
            case ORGANISER -> List.of(Function.ORGANISER);
            case PROVINCE -> List.of(Function.PROVINCE);
            case MINISTRY -> List.of(Function.MINISTRY);
            default ->
                switch (this) {
                    case TECH_CONTACT -> List.of(Function.EMULATION_OFFICER, Function.OFFICE, Function.TECH_CONTACT);
                    case INVITATION, ATTENDEES, LINE_TEST ->
                        List.of(Function.EMULATION_OFFICER, Function.OFFICE, Function.OFFICE_CHIEF);
                    case PAPER_ENTRY -> List.of(Function.RECORDS_CLERK, Function.OFFICE, Function.EMULATION_OFFICER);
                    case NOMINATION, DOSSIER, FREEZE -> List.of(Function.EMULATION_OFFICER, Function.UNIT_HEAD);
                    default -> List.of(Function.EMULATION_OFFICER);
                };
        };
    }

    /** The types that count under a code. */
    public static List<DutyType> under(DutyCode code) {
        return Arrays.stream(values()).filter(type -> type.code == code).toList();
    }
}
