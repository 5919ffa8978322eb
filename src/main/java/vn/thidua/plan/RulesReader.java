package vn.thidua.plan;

import static vn.thidua.plan.PartiesReader.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads legal bases, votes, criteria and agenda. */
final class RulesReader {
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,3})\\s*/\\s*(\\d{1,3})");

    private RulesReader() {}

    static LegalBasis basis(Section s) {
        LocalDate from = s.date("from");
        LocalDate to = s.date("to");
        return new LegalBasis(
                text(s, "number"),
                text(s, "title"),
                s.values("dates", Value::date),
                from,
                to,
                s.text("successor"),
                s.values("cites", Value::text));
    }

    static VoteRules votes(Section root) {
        Section s = root.section("votes", Keys.VOTES);
        if (s == null) {
            return new VoteRules(2, 3, List.of(), false, true);
        }
        int numerator = 2;
        int denominator = 3;
        String quorum = s.text("quorum");
        if (quorum != null) {
            Matcher m = FRACTION.matcher(quorum);
            if (m.matches() && Integer.parseInt(m.group(2)) > 0) {
                numerator = Integer.parseInt(m.group(1));
                denominator = Integer.parseInt(m.group(2));
            } else {
                s.wrong("quorum", "not-a-fraction", "«" + quorum + "» không phải phân số; viết ví dụ quorum: 2/3");
            }
        }
        Boolean own = s.bool("mayVoteOnOwnCase");
        Boolean secret = s.bool("secret");
        return s.read(new VoteRules(
                numerator,
                denominator,
                s.list("awards", Keys.AWARD, RulesReader::award),
                own != null && own,
                secret == null || secret));
    }

    private static @Nullable Award award(Section s) {
        Integer percent = s.integer("percent");
        Integer quota = s.integer("quotaPercent");
        String code = s.text("code");
        return code == null ? null : new Award(code, text(s, "name"), percent, quota);
    }

    static Criteria criteria(Section root) {
        Section s = root.section("criteria", Keys.CRITERIA);
        if (s == null) {
            return new Criteria("", List.of(), List.of(), List.of(), List.of(), RankBy.TOTAL);
        }
        RankBy rankBy = s.choice("rankBy", RankBy.class);
        return s.read(new Criteria(
                text(s, "reference"),
                s.list("groups", Keys.GROUP, RulesReader::group),
                s.list("bonuses", Keys.BONUS, b -> {
                    BigDecimal max = b.decimal("max");
                    BigDecimal step = b.decimal("step");
                    return max == null
                            ? null
                            : new Criteria.Bonus(
                                    text(b, "code"),
                                    text(b, "name"),
                                    max,
                                    step == null ? Criterion.DEFAULT_STEP : step);
                }),
                s.list("penalties", Keys.PENALTY, p -> {
                    KnownInput known = p.choice("known", KnownInput.class);
                    Deduction deduct = deduction(p);
                    return deduct == null
                            ? null
                            : new Criteria.Penalty(text(p, "code"), text(p, "name"), deduct, known);
                }),
                s.list("bands", Keys.BAND, b -> {
                    BigDecimal from = b.decimal("from");
                    return from == null ? null : new Criteria.Band(text(b, "name"), from);
                }),
                rankBy == null ? RankBy.TOTAL : rankBy));
    }

    private static @Nullable Group group(Section s) {
        BigDecimal max = s.decimal("max");
        List<Criterion> criteria = s.list("criteria", Keys.CRITERION, RulesReader::criterion);
        return max == null ? null : new Group(text(s, "code"), text(s, "name"), max, criteria);
    }

    private static @Nullable Criterion criterion(Section s) {
        BigDecimal max = s.decimal("max");
        BigDecimal step = s.decimal("step");
        Boolean evidence = s.bool("evidenceRequired");
        BigDecimal bonus = s.decimal("bonus");
        String supplier = s.text("supplier");
        KnownInput known = s.choice("known", KnownInput.class);
        Section deduct = s.section("deduct", Keys.DEDUCTION);
        return max == null
                ? null
                : new Criterion(
                        text(s, "code"),
                        text(s, "name"),
                        max,
                        step == null ? Criterion.DEFAULT_STEP : step,
                        bonus,
                        s.text("penalty"),
                        deduct == null ? null : deduction(deduct),
                        evidence != null && evidence,
                        supplier,
                        known);
    }

    /** Points for each time unless it says otherwise. */
    private static @Nullable Deduction deduction(Section s) {
        BigDecimal points = s.decimal("points");
        Deduction.Per per = s.choice("per", Deduction.Per.class);
        BigDecimal most = s.decimal("most");
        return points == null ? null : new Deduction(points, per == null ? Deduction.Per.OCCURRENCE : per, most);
    }

    static List<AgendaItem> agenda(Section root) {
        List<AgendaItem> items = new ArrayList<>();
        for (String title : root.values("agenda", Value::text)) {
            items.add(new AgendaItem(items.size() + 1, title));
        }
        return items;
    }
}
