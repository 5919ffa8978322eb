package vn.thidua.cycle;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Seats;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.year.YearStore;

/** What a task says to the person who opens it: its name, its deadline in words, what follows, whom to ask, what lies before. */
@Component
public class TaskTexts {
    private final YearStore years;
    private final DutyRepository duties;
    private final DutyTexts texts;
    private final Backgrounds backgrounds;
    private final DutyRoster roster;
    private final ServerFacts serverFacts;
    private final CriteriaTables tables;

    TaskTexts(
            YearStore years,
            DutyRepository duties,
            DutyTexts texts,
            Backgrounds backgrounds,
            DutyRoster roster,
            ServerFacts serverFacts,
            CriteriaTables tables) {
        this.years = years;
        this.duties = duties;
        this.texts = texts;
        this.backgrounds = backgrounds;
        this.roster = roster;
        this.serverFacts = serverFacts;
        this.tables = tables;
    }

    public String name(DutyKey key, String stage) {
        Plan plan = years.plan(key.yearId());
        String title = texts.title(plan, key);
        String party = DutyTexts.partyName(plan, key.party());
        return switch (stage) {
            case "review" -> "Tiếp nhận: " + title + " – " + party;
            case "withdraw" -> "Đã nộp, xem biên nhận hoặc rút lại: " + title;
            case "findings" -> "Ghi ý kiến sau hạn: " + title + " – " + party;
            case "mend" -> "Hoàn thiện theo ý kiến trả lại: " + title;
            default -> title;
        };
    }

    public String description(DutyKey key, String stage) {
        Plan plan = years.plan(key.yearId());
        Duty duty = duties.get(key);
        return DutyTexts.yearName(plan) + ". Thời hạn: " + texts.boundary(duty) + ". Nếu quá hạn: "
                + consequence(key, stage) + ". Liên hệ: " + DutyTexts.contact(plan, key.type()) + ".";
    }

    public Map<String, String> shown(DutyKey key, String stage) {
        Plan plan = years.plan(key.yearId());
        Duty duty = duties.get(key);
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("dutyTitle", name(key, stage));
        shown.put("boundaryText", texts.boundary(duty));
        shown.put("consequence", consequence(key, stage));
        shown.put("contactText", DutyTexts.contact(plan, key.type()));
        shown.put("background", backgrounds.of(duty, stage));
        for (int group = 1; group <= 8; group++) {
            shown.put("group" + group + "Text", groupText(plan, group));
        }
        return shown;
    }

    /** What follows for the one who has the task: who receives or could withdraw has other things to miss than who owes. */
    private static String consequence(DutyKey key, String stage) {
        return switch (stage) {
            case "review", "withdraw", "findings" -> DutyTexts.text(stage + ".consequence");
            default -> DutyTexts.consequence(key.type());
        };
    }

    public Map<String, List<Option>> options(DutyKey key) {
        Plan plan = years.plan(key.yearId());
        List<Option> units =
                plan.units().stream().map(u -> new Option(u.name(), u.code())).toList();
        List<String> marked =
                key.type() == DutyType.SUPPLEMENT ? roster.markedLines(key.yearId(), key.party()) : List.of();
        List<Option> criteria = tables.content(key.yearId()).groups().stream()
                .flatMap(g -> g.criteria().stream())
                .filter(c -> key.type() != DutyType.SUPPLEMENT || marked.contains(c.code()))
                .map(c -> new Option(c.code() + ". " + c.name(), c.code()))
                .toList();
        List<Option> awards = plan.votes().awards().stream()
                .map(a -> new Option(a.name(), a.code()))
                .toList();
        return Map.of("unitOptions", units, "criterionOptions", criteria, "awardOptions", awards);
    }

    /** What the server knows and forms may be judged by. */
    public Map<String, Object> facts(DutyKey key) {
        Plan plan = years.plan(key.yearId());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.putAll(numbers(key));
        facts.putAll(serverFacts.of(key));
        facts.putAll(serverFacts.arrival(key));
        facts.put("memberCount", plan.memberCodes().size());
        if (key.type() == DutyType.AWARD_VOTE) {
            facts.put("ownUnit", Seats.unitOf(key.subject()));
            facts.put("mayVoteOnOwnCase", plan.votes().mayVoteOnOwnCase());
        }
        if (key.type() == DutyType.APPRAISAL) {
            facts.putAll(selfScores(DutyKey.of(key.yearId(), DutyType.SELF_SCORE, key.subject())));
        }
        for (int group = 1; group <= plan.criteria().groups().size(); group++) {
            facts.put(
                    "group" + group + "Max",
                    plan.criteria().groups().get(group - 1).max());
        }
        return facts;
    }

    /** What the form shows in fields that the server fills in, as an engine's variables may be. */
    public Map<String, Object> filledIn(DutyKey key) {
        Map<String, Object> values = new LinkedHashMap<>(serverFacts.of(key));
        values.replaceAll((name, value) -> value instanceof BigDecimal number ? number.longValueExact() : value);
        return values;
    }

    /** What conditions in the forms refer to, and so lies on the task too. */
    public Map<String, Object> numbers(DutyKey key) {
        Plan plan = years.plan(key.yearId());
        // Item 8 of the agenda of S3 is the launch and the signing of pledges; a plan may number it otherwise.
        boolean pledges = key.type() == DutyType.AGENDA_ITEM
                && plan.agenda().stream()
                        .filter(i -> String.valueOf(i.number()).equals(Seats.unitOf(key.subject())))
                        .anyMatch(i -> i.title().toLowerCase(Locale.ROOT).contains("giao ước"));
        return Map.of("groupCount", plan.criteria().groups().size(), "pledgeSigning", pledges);
    }

    private Map<String, Object> selfScores(DutyKey selfScore) {
        Map<String, Object> facts = new LinkedHashMap<>();
        duties.find(selfScore).flatMap(duties::current).ifPresent(receipt -> {
            for (int group = 1; group <= 8; group++) {
                String text = Answers.text(receipt.answers(), "group" + group);
                if (!text.isEmpty()) {
                    facts.put("selfGroup" + group, new BigDecimal(text));
                }
            }
        });
        return facts;
    }

    private static String groupText(Plan plan, int group) {
        if (group > plan.criteria().groups().size()) {
            return "";
        }
        var g = plan.criteria().groups().get(group - 1);
        return g.code() + ". " + g.name() + " (tối đa "
                + g.max().toPlainString().replace('.', ',') + " điểm)";
    }
}
