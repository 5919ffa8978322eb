package vn.thidua.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.calendar.Boundary;

/** One mistake at a time in the sample: the finding it gives beside the sample's own three warnings. */
class PlanCheckTest {
    private final String sample = sample();
    private final List<String> own = codes(sample);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                // dates
                "before: 2024-11-27 }~before: 2024-11-25 }                       | *dates-out-of-order",
                "opens: { at: 2024-11-27 12:00 }~opens: { at: 2024-11-26 23:59 } | dates-out-of-order",
                "opens: { at: 2024-11-27 12:00 }~opens: { at: 2024-11-30 00:00 } | dates-out-of-order",
                "atLatest: 2024-11-16 00:00~atLatest: 2024-11-21 17:00           | dates-out-of-order",
                "latest: { before: 2025-01-24 }~latest: { before: 2024-11-26 }   | dates-out-of-order",
                "at: 2024-12-31 17:00~at: 2024-12-09 17:00                       | dates-out-of-order",
                "at: 2024-12-31 17:00~at: 2042-12-31 17:00                       | impossible-date",
                "year: 2024~year: 24                                             | impossible-date",
                "on: 2024-04-18~on: 2042-04-18                                   | impossible-date",
                "opens: { after: supplement }~opens: { after: freeze }           | opening-circle",
                "at: 2024-12-31 17:00~at: 2024-12-29 17:00                       | no-working-day",
                "latest: { before: 2025-01-24 }~latest: { before: 2025-01-20 }   | no-working-day",
                "deadline: { before: 2024-12-10 }~deadline: { before: 2024-12-09 } | no-working-day",
                "deadline: { before: 2024-02-06 }~deadline: { before: 2024-02-08 } | no-working-day",
                "from: 2024-02-08, to: 2024-02-14~from: 2024-02-12, to: 2024-02-14 | no-tet",
                "swapDays: [2024-05-04]~swapDays: [2024-05-04, 2024-08-31]       | swap-day",
                "workingDaysBefore: [7, 3, 1, 0]~workingDaysBefore: [-1]         | bad-number",
                "workingDaysBefore: [7, 3, 1, 0]~workingDaysBefore: []           | no-reminders",
                // bases
                "number: 05/QĐ-BNV~number: 7020/BNV-VP                           | -",
                "number: 25/KH-UBND~number: 687/QĐ-CTĐ                           | two-dates",
                "cites: [06/2022/QH15]~cites: [06/2022/QH51]                     | unknown-citation",
                "cites: [06/2022/QH15]~cites: [98/2023/NĐ-CP]                    | cites-itself",
                "cites: [06/2022/QH15]~cites: [25/KH-UBND]                       | cites-later",
                "to: 2024-12-31~to: 2024-11-30                                   | expired-basis",
                "to: 2024-12-31~to: 2024-06-30                                   | dates-out-of-order,expired-basis",
                "dates: [2022-06-15]\\n    from: 2024-01-01~dates: [2022-06-15]\\n    from: 2025-02-01 | not-yet-in-force",
                // parties
                "code: tay-nam-bo~code: Tây Nam Bộ                               | bad-code",
                "code: AGG,~code: An-Giang,                                      | *bad-code",
                "code: VTDKT,~code: VLG,                                         | *duplicate-body",
                "role: MINISTRY~role: ORGANISER                                  | *double-body",
                "role: COUNCIL_SPONSOR~role: OFFICE                              | *wrong-role",
                "role: ORGANISER }~role: ORGANISER, unit: VLG }                  | wrong-role",
                ", role: PROVINCE, unit: AGG }~, role: PROVINCE }                | *missing-unit",
                "kind: CLUSTER~kind: PARTY_BLOCK                                 | missing-body",
                "kind: CLUSTER~kind: FRONT_BLOCK                                 | missing-body",
                "name: Sở Nội vụ tỉnh Bạc Liêu~name: Sở Nội vụ tỉnh An Giang      | duplicate-unit",
                "date: 2024-01-05~date: 2024-01-05\\n  otherClusters: [{ code: b, units: [STG] }] | duplicate-unit",
                "date: 2024-01-05~date: 2024-01-05\\n  otherClusters: [{ code: b, units: [TNH] }, { code: c, units: [TNH] }] | duplicate-unit",
                "date: 2024-01-05~date: 2024-01-05\\n  otherClusters: [{ code: tay-nam-bo, units: [TNH] }] | duplicate-cluster",
                // people
                "email: giamdoc@agg.example~email: giamdoc@agg                   | bad-address",
                "email: giamdoc@agg.example~email: giám.đốc@agg.example          | bad-address",
                "email: giamdoc@agg.example~email: a..b@agg.example              | bad-address",
                "email: giamdoc@agg.example~email: \"a@b.example, c@d.example\"  | bad-address",
                "email: giamdoc@agg.example~email: CHUYENVIEN@agg.example        | duplicate-person",
                "id: agg.giamdoc~id: admin                                       | reserved-id",
                "name: Bùi Thị Kim Yến~name: \"Bùi\\tYến\"                      | control-character",
                "id: agg.giamdoc~id: Giám đốc                                    | bad-code",
                "\"0900 001 001\"~\"số máy lẻ\"                                  | bad-phone",
                "function: UNIT_HEAD, email: giamdoc@vlg~function: ACCOUNTANT, email: giamdoc@vlg | missing-function",
                "function: OFFICE_CHIEF, email: chanhvanphong@tvh~function: ACCOUNTANT, email: chanhvanphong@tvh | missing-function",
                "topic: TECHNICAL~topic: CONTENT                                 | missing-contact",
                "topic: CONTENT, person: vlg.chanhvanphong~topic: CONTENT, person: vlg.chuyenvien | duplicate-contact",
                // years and keys
                "year: 2024~year: 2025                                           | *impossible-date",
                "deadline: { before: 2024-02-06 }~deadline: { befor: 2024-02-06 } | unknown-key",
                // votes
                "quorum: 2/3~quorum: 4/3                                         | unreachable-threshold",
                "percent: 80, quotaPercent: 20~percent: 0, quotaPercent: 20      | unreachable-threshold",
                "percent: 80, quotaPercent: 20~percent: 93, quotaPercent: 20     | unreachable-threshold",
                "percent: 80, quotaPercent: 20~percent: 80, quotaPercent: 7      | unreachable-quota",
                "code: CO-CP~code: BK-BNV                                        | duplicate-award",
                "signedOriginals: [supplement]~signedOriginals: [close]          | no-papers",
                "ceremonyLeadDays: 15~ceremonyLeadDays: -1                       | bad-number",
                "Khai mạc hội nghị~Bế mạc hội nghị                               | duplicate-agenda",
                // criteria
                "max: 3, evidenceRequired~max: 3.5, evidenceRequired             | group-exceeded",
                "max: 3, evidenceRequired~max: 2.5, evidenceRequired             | group-not-filled",
                "max: 4, step: 0.5~max: 4, step: 0                               | bad-step",
                "max: 4, step: 0.5~max: 4, step: 0.3                             | bad-step",
                "code: \"1.2\"~code: \"1.1\"                                     | duplicate-criterion",
                "name: Tốt, from: 85~name: Tốt, from: 95.0                       | duplicate-band",
                "name: Xuất sắc, from: 95~name: Xuất sắc, from: 128              | unreachable-threshold",
                "points: 0.5~points: -0.5                                        | bad-number",
            })
    void names_the_mistake(String change, String expected) {
        String[] parts = change.replace("\\n", "\n").split("~", 2);
        assertThat(sample.contains(parts[0])).as(parts[0]).isTrue();
        List<String> found = codes(sample.replaceFirst(
                java.util.regex.Pattern.quote(parts[0]), java.util.regex.Matcher.quoteReplacement(parts[1])));
        if (expected.startsWith("*")) {
            assertThat(found).contains(expected.substring(1));
        } else {
            List<String> all = new java.util.ArrayList<>(own);
            if (!expected.equals("-")) {
                all.addAll(List.of(expected.split(",")));
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void what_is_allowed_gives_nothing() {
        assertThat(
                        codes(
                                sample.replace(
                                        "successor: 152/2025/NĐ-CP\n    cites: [06/2022/QH15]\n",
                                        "successor: 152/2025/NĐ-CP\n    cites: [06/2022/QH15]\n  - number: /KH-SNV\n    title: Dự thảo\n    dates: []\n")))
                .isEqualTo(own);
        assertThat(codes(sample.replace(
                        "reminders:\n",
                        "gaps:\n  - { from: self-score, to: scoring-meeting, workingDays: 4 }\nreminders:\n")))
                .isEqualTo(own);
        assertThat(codes(sample.replace("percent: 80, quotaPercent: 20", "percent: 93, quotaPercent: 20")
                        .replace("mayVoteOnOwnCase: false", "mayVoteOnOwnCase: true")))
                .isEqualTo(own);
    }

    @Test
    void a_gap_counts_the_working_days_that_lie_between() {
        String text = sample.replace(
                "reminders:\n", "gaps:\n  - { from: self-score, to: scoring-meeting, workingDays: 5 }\nreminders:\n");
        assertThat(PlanReader.read(text).errors())
                .singleElement()
                .satisfies(f -> assertThat(f.message())
                        .isEqualTo(
                                "giữa «tự chấm điểm» (15/11/2024 (thứ Sáu)) và «họp chấm điểm» (22/11/2024 (thứ Sáu)) chỉ có 4 ngày làm việc, kế hoạch"
                                        + " đòi 5; dời một trong hai mốc hoặc viết workingDays nhỏ hơn"));
    }

    @Test
    void an_expired_basis_names_its_successor_unless_that_takes_over() {
        String expired = sample.replace("to: 2025-06-30", "to: 2024-06-30");
        assertThat(PlanReader.read(expired).warnings())
                .filteredOn(f -> f.code().equals("expired-basis"))
                .singleElement()
                .satisfies(f -> assertThat(f.message())
                        .contains("98/2023/NĐ-CP hết hiệu lực sau ngày 30/06/2024")
                        .contains("kế tiếp 152/2025/NĐ-CP")
                        .contains("«mốc thời gian của minh chứng» ngày 14/11/2024"));
        String listed = expired.replace(
                "  - number: 25/KH-UBND",
                "  - number: 152/2025/NĐ-CP\n    title: Nghị định mới\n    dates: [2024-06-10]\n    from: 2024-07-01\n  - number: 25/KH-UBND");
        assertThat(codes(listed)).isEqualTo(own);
    }

    @Test
    void ninety_percent_cannot_be_reached_by_nine_members_without_their_own_vote() {
        Plan plan = PlanReader.read(sample).validPlan();
        assertThat(findings(members(plan, 9))).contains("unreachable-threshold");
        assertThat(findings(members(plan, 10))).doesNotContain("unreachable-threshold");
    }

    @ParameterizedTest
    @CsvSource({"5,4,4,5,3", "6,4,5,6,4", "9,6,8,9,5", "13,9,11,12,7", "14,10,12,13,8"})
    void thresholds_are_those_of_the_rules(int members, int quorum, int eighty, int ninety, int majority) {
        VoteRules votes = PlanReader.read(sample).validPlan().votes();
        assertThat(votes.quorum(members)).isEqualTo(quorum);
        assertThat(votes.quorate(quorum, members)).isTrue();
        assertThat(votes.quorate(quorum - 1, members)).isFalse();
        assertThat(votes.award("CO-CP").orElseThrow().votesNeeded(members)).isEqualTo(eighty);
        assertThat(votes.award("CSTD-TQ").orElseThrow().votesNeeded(members)).isEqualTo(ninety);
        assertThat(votes.award("BK-BNV").orElseThrow().votesNeeded(members)).isEqualTo(majority);
    }

    @ParameterizedTest
    @CsvSource({"13,2", "16,3", "18,3", "20,4", "35,7"})
    void a_quota_of_twenty_percent_rounds_down_S3_14(int members, int quota) {
        assertThat(PlanReader.read(sample)
                        .validPlan()
                        .votes()
                        .award("CO-CP")
                        .orElseThrow()
                        .quota(members))
                .isEqualTo(quota);
    }

    @Test
    void a_plan_with_one_deadline_moved_is_checked_as_a_whole() {
        Plan plan = PlanReader.read(sample).validPlan();
        Milestone ministry = plan.milestone(DutyCode.MINISTRY);
        Plan moved = plan.withMilestone(new Milestone(
                DutyCode.MINISTRY, ministry.opens(), Boundary.before(LocalDate.of(2024, 12, 4)), null, null, null));
        assertThat(PlanCheck.check(moved))
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("two-dates", "no-working-day");
        assertThat(PlanCheck.check(moved)).allMatch(f -> f.line() == 0);
        Milestone meeting = plan.milestone(DutyCode.SCORING_MEETING);
        Plan late = plan.withMilestone(new Milestone(
                DutyCode.SCORING_MEETING,
                null,
                null,
                LocalDateTime.of(2024, 11, 25, 14, 0),
                LocalDateTime.of(2024, 11, 25, 17, 0),
                meeting.latest()));
        assertThat(PlanCheck.check(late))
                .filteredOn(Finding::isError)
                .extracting(Finding::path)
                .contains(
                        "milestones.supplement.deadline", "milestones.supplement.opens", "milestones.nomination.opens");
        assertThat(plan.milestone(DutyCode.SCORING_MEETING)).isEqualTo(meeting);
    }

    private static Plan members(Plan p, int count) {
        List<Unit> units = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(p.leader(), p.deputy()),
                        p.units().stream().filter(u -> u.role() == UnitRole.MEMBER))
                .limit(count)
                .toList();
        return new Plan(
                p.cluster(),
                p.year(),
                p.division(),
                p.calendar(),
                units,
                p.bodies(),
                p.people(),
                p.contacts(),
                p.bases(),
                p.milestones(),
                p.gaps(),
                p.reminders(),
                p.votes(),
                p.signedOriginals(),
                p.trustedTimes(),
                p.criteria(),
                p.agenda(),
                p.ceremonyLeadDays());
    }

    private static List<String> findings(Plan plan) {
        return PlanCheck.check(plan).stream().map(Finding::code).toList();
    }

    private static List<String> codes(String yaml) {
        return PlanReader.read(yaml).findings().stream().map(Finding::code).toList();
    }

    private static String sample() {
        try {
            return Files.readString(SamplePlanTest.SAMPLE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
