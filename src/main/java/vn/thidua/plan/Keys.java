package vn.thidua.plan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The keys a plan may have, section by section: the one list that reading, check and JSON Schema are held against. */
enum Keys {
    ROOT(
            "cluster year division calendar units bodies people contacts bases milestones votes criteria agenda",
            "gaps reminders signedOriginals trustedTimes ceremonyLeadDays"),
    CLUSTER("code name kind", ""),
    DIVISION("number title date", "otherClusters"),
    OTHER_CLUSTER("code units", "name"),
    CALENDAR("holidays", "workingHours swapDays"),
    WORKING_HOURS("start end", ""),
    HOLIDAY("name", "on from to"),
    UNIT("code name", "role"),
    BODY("code name role", "unit"),
    PERSON("id name email party function", "phone from to"),
    CONTACT("topic person", ""),
    BASIS("number title dates", "from to successor cites"),
    MILESTONES(String.join(" ", Stream.of(DutyCode.values()).map(DutyCode::code).toList()), ""),
    DUTY("opens deadline", ""),
    CUTOFF("deadline", ""),
    OPENED_EVENT("opens at", "latest"),
    OPENED_MEETING("opens at plannedEnd", "latest"),
    MEETING("at plannedEnd", "latest"),
    CLOSE("at", ""),
    OPENING("", "at after atLatest"),
    DEADLINE("", "before onOrBefore beforeInstant"),
    GAP("from to workingDays", ""),
    REMINDERS("workingDaysBefore", "at"),
    VOTES("quorum awards", "mayVoteOnOwnCase secret"),
    AWARD("code name", "percent quotaPercent"),
    CRITERIA("reference groups", "bonuses penalties bands rankBy"),
    GROUP("code name max criteria", ""),
    CRITERION("code name max", "step bonus penalty deduct evidenceRequired supplier known"),
    DEDUCTION("points", "per most"),
    BONUS("code name max", "step"),
    PENALTY("code name points", "per most known"),
    BAND("name from", "");

    private final List<String> required;
    private final List<String> optional;

    Keys(String required, String optional) {
        this.required = words(required);
        this.optional = words(optional);
    }

    List<String> required() {
        return required;
    }

    List<String> all() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }

    /** The keys of one milestone. */
    static Keys of(DutyCode code) {
        return switch (code) {
            case LAUNCH, INVITATION -> OPENED_EVENT;
            case LINE_TEST -> OPENED_MEETING;
            case SCORING_MEETING, CONFERENCE -> MEETING;
            case CLOSE -> CLOSE;
            case EVIDENCE_CUTOFF -> CUTOFF;
            default -> DUTY;
        };
    }

    /** What to write for a key that is missing. */
    static String example(String key) {
        return switch (key) {
            case "date", "on", "from", "to" -> key + ": 2024-02-06";
            case "at", "plannedEnd" -> key + ": 2024-11-22 14:00";
            case "opens" -> "opens: { at: 2024-10-01 08:00 } hoặc opens: { after: launch }";
            case "deadline", "latest" ->
                key + ": { before: 2024-11-27 }, { onOrBefore: 2024-11-27 } hoặc { beforeInstant: 2024-11-27 13:00 }";
            case "dates" -> "dates: [2024-07-03] (dự thảo chưa có ngày: dates: [])";
            case "email" -> "email: chuyenvien@vlg.example";
            case "max", "points", "workingDays" -> key + ": 10";
            case "quorum" -> "quorum: 2/3";
            case "percent", "quotaPercent" -> key + ": 80";
            case "ceremonyLeadDays" -> "ceremonyLeadDays: 15";
            case "workingDaysBefore" -> "workingDaysBefore: [7, 3, 1, 0]";
            case "year" -> "year: 2024";
            case "kind" -> "kind: CLUSTER";
            case "role" -> "role: LEADER";
            case "holidays" -> "holidays: [{ name: Tết Dương lịch, on: 2024-01-01 }]";
            default -> key + ": …";
        };
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }
}
