package vn.thidua.scoring.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReader;

/** The rules of S0-02 and S2-13 over every person a year can have and everything it can come to; then the year's usual course by hand. */
class SheetRightsTest {
    private static final Set<Column> APPRAISERS = EnumSet.of(Column.LEADER, Column.DEPUTY);

    /** VLG leads, KGG is deputy, VTDKT the standing agency, BTE a member, UBND-AGG of the year but no member. */
    private static final List<Set<String>> PARTIES = List.of(
            Set.of(),
            Set.of("AGG"),
            Set.of("BTE"),
            Set.of("VLG"),
            Set.of("KGG"),
            Set.of("VTDKT"),
            Set.of("UBND-AGG"),
            Set.of("AGG", "VLG"));

    private static Plan plan;

    private record Case(String unit, Circumstances now, SheetRights.Who who, SheetRights rights) {
        boolean own() {
            return who.parties().contains(unit);
        }
    }

    @BeforeAll
    static void samplePlan() throws IOException {
        plan = PlanReader.read(Files.readString(Path.of("plans/tay-nam-bo-2024.yaml")))
                .validPlan();
    }

    private static <T> List<Set<T>> subsets(List<T> all) {
        List<Set<T>> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << all.size(); bits++) {
            Set<T> subset = new java.util.HashSet<>();
            for (int i = 0; i < all.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    subset.add(all.get(i));
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }

    private static Set<Column> columns(Set<Column> some) {
        return some.isEmpty() ? EnumSet.noneOf(Column.class) : EnumSet.copyOf(some);
    }

    private static List<Case> everything() {
        List<Case> cases = new ArrayList<>();
        List<Set<Column>> seats = subsets(List.of(Column.values()));
        for (String unit : List.of("AGG", "VLG", "KGG")) {
            Set<Column> appraisers = SheetAccess.appraisers(plan, unit);
            List<Column> asked = new ArrayList<>(appraisers);
            asked.add(Column.SELF);
            for (Set<Column> in : subsets(asked)) {
                for (Set<Column> open : subsets(asked)) {
                    if (open.stream().anyMatch(in::contains)) {
                        continue;
                    }
                    for (int bits = 0; bits < 1 << 7; bits++) {
                        Circumstances now = new Circumstances(
                                (bits & 1) == 0,
                                columns(open),
                                columns(in),
                                appraisers,
                                (bits & 2) != 0,
                                (bits & 4) != 0,
                                (bits & 8) != 0,
                                (bits & 16) != 0,
                                (bits & 32) != 0,
                                (bits & 64) != 0);
                        if (!happens(now)) {
                            continue;
                        }
                        for (Set<String> parties : PARTIES) {
                            // Somebody of no party holds no seat: both are read from the plan.
                            for (Set<Column> held : parties.isEmpty()
                                    ? List.of(Set.<Column>of())
                                    : List.of(
                                            Set.<Column>of(),
                                            seats.get((bits * 7 + in.size()) % seats.size()),
                                            Set.of(Column.values()))) {
                                for (boolean conflicted : new boolean[] {false, true}) {
                                    SheetRights.Who who = new SheetRights.Who(parties, columns(held), conflicted);
                                    cases.add(new Case(unit, now, who, SheetRights.of(plan, unit, now, who)));
                                }
                            }
                        }
                    }
                }
            }
        }
        return cases;
    }

    /** One thing after the other; the meeting may begin before the appraisals are over, since it has a date of its own. */
    private static boolean happens(Circumstances now) {
        return (now.meetingBegun() || !now.meetingEnded())
                && (now.meetingEnded() || !now.supplementOver())
                && (now.supplementOver() || !now.signed())
                && (now.signed() || !now.frozen());
    }

    @Test
    @DisplayName("S0-02: Whatever happened and whoever it is, the rules that have no exception hold")
    void rulesWithoutException() {
        List<Case> all = everything();
        assertThat(all).hasSizeGreaterThan(20_000);
        for (Case one : all) {
            SheetRights rights = one.rights();
            Circumstances now = one.now();
            Set<Column> appraised = EnumSet.noneOf(Column.class);
            rights.writable().stream().filter(column -> column != Column.SELF).forEach(appraised::add);
            String of = one.toString();
            check(!one.own() || appraised.isEmpty(), "nobody judges the own unit", of);
            check(one.own() || !rights.writable().contains(Column.SELF), "nobody scores for another unit", of);
            check(!one.who().conflicted() || appraised.isEmpty(), "who has a conflict judges no more", of);
            check(one.who().seats().containsAll(rights.writable()), "nothing without its seat", of);
            check(rights.visible().containsAll(rights.writable()), "nobody writes blindly", of);
            check(!now.frozen() && now.running() || rights.writable().isEmpty(), "what is frozen or ended stays", of);
            check(now.in().stream().noneMatch(rights.writable()::contains), "what was handed in is not changed", of);
            check(
                    !rights.visible().contains(Column.AGREED) || now.meetingBegun(),
                    "nothing is agreed on before the meeting",
                    of);
            if (one.own() && !now.revealed() && !now.meetingBegun()) {
                check(!rights.appraisalSeen(), "a unit sees no appraisal before all are in or the date has come", of);
            }
            if (one.who().seats().isEmpty() && one.who().parties().equals(Set.of("BTE")) && !now.meetingBegun()) {
                check(rights.nothing(), "before the meeting a member sees its own sheet only", of);
            }
            if (one.who().parties().isEmpty() && one.who().seats().isEmpty()) {
                check(rights.nothing(), "a stranger sees nothing", of);
            }
            if (!now.revealed() && !now.meetingBegun() && one.who().seats().isEmpty()) {
                check(!rights.visible().containsAll(APPRAISERS), "neither appraiser sees the other", of);
            }
            if (now.meetingBegun() && one.who().parties().equals(Set.of("BTE"))) {
                check(
                        rights.visible().containsAll(now.in()),
                        "from the meeting on members see all that was handed in",
                        of);
            }
            check(rights.writable().isEmpty() != rights.whyNot().isEmpty(), "who may not, is told why", of);
        }
    }

    private static void check(boolean holds, String rule, String of) {
        if (!holds) {
            throw new AssertionError(rule + ": " + of);
        }
    }

    /** @param columns visible ones by their first letters, those that may be changed in capitals */
    @ParameterizedTest(name = "{0} of {1}, {2}: {3}")
    @CsvSource({
        "self-scoring, AGG,   AGG, S",
        "self-scoring, VLG,   AGG, ''",
        "self-scoring, VTDKT, AGG, ''",
        "appraising,   AGG,   AGG, s",
        "appraising,   VLG,   AGG, sL",
        "appraising,   KGG,   AGG, sD",
        "appraising,   VLG,   VLG, s",
        "appraising,   KGG,   VLG, sD",
        "appraising,   VLG,   KGG, sL",
        "appraising,   KGG,   KGG, s",
        "appraising,   BTE,   AGG, ''",
        "appraising,   VTDKT, AGG, s",
        "appraised,    AGG,   AGG, sld",
        "appraised,    VLG,   AGG, sld",
        "appraised,    BTE,   AGG, ''",
        "appraised,    VTDKT, AGG, sld",
        "meeting,      AGG,   AGG, slda",
        "meeting,      BTE,   AGG, slda",
        "meeting,      VLG,   AGG, sldA",
        "meeting,      KGG,   AGG, sldA",
        "meeting,      VLG,   VLG, sda",
        "meeting,      KGG,   VLG, sdA",
        "meeting,      UBND-AGG, AGG, ''",
        "supplements,  VLG,   AGG, slda",
        "settling,     VLG,   AGG, sldA",
        "settling,     KGG,   KGG, sla",
        "signed,       VLG,   AGG, slda",
        "frozen,       VLG,   AGG, slda",
        "frozen,       BTE,   AGG, slda",
    })
    void usualCourse(String stage, String party, String unit, String columns) {
        Set<Column> appraisers = SheetAccess.appraisers(plan, unit);
        Set<Column> seats = EnumSet.noneOf(Column.class);
        if (party.equals(unit)) {
            seats.add(Column.SELF);
        }
        for (Column column : appraisers) {
            if (party.equals(column.appraiser(plan))) {
                seats.add(column);
                seats.add(Column.AGREED);
            }
        }
        SheetRights rights =
                SheetRights.of(plan, unit, stage(stage, appraisers), new SheetRights.Who(Set.of(party), seats, false));
        StringBuilder seen = new StringBuilder();
        for (Column column : Column.values()) {
            if (rights.visible().contains(column)) {
                String letter = column.name().substring(0, 1);
                seen.append(rights.writable().contains(column) ? letter : letter.toLowerCase(java.util.Locale.ROOT));
            }
        }
        assertThat(seen).hasToString(columns);
    }

    private static Circumstances stage(String stage, Set<Column> appraisers) {
        Set<Column> self = EnumSet.of(Column.SELF);
        Set<Column> all = EnumSet.copyOf(appraisers);
        all.add(Column.SELF);
        Set<Column> none = EnumSet.noneOf(Column.class);
        return switch (stage) {
            case "self-scoring" ->
                new Circumstances(true, self, none, appraisers, false, false, false, false, false, false);
            case "appraising" ->
                new Circumstances(true, appraisers, self, appraisers, false, false, false, false, false, false);
            case "appraised" ->
                new Circumstances(true, none, all, appraisers, false, false, false, false, false, false);
            case "meeting" -> new Circumstances(true, none, all, appraisers, true, true, false, false, false, false);
            case "supplements" -> new Circumstances(true, none, all, appraisers, true, true, true, false, false, false);
            case "settling" -> new Circumstances(true, none, all, appraisers, true, true, true, true, false, false);
            case "signed" -> new Circumstances(true, none, all, appraisers, true, true, true, true, true, false);
            case "frozen" -> new Circumstances(true, none, all, appraisers, true, true, true, true, true, true);
            default -> throw new AssertionError(stage);
        };
    }
}
