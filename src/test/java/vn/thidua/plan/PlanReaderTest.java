package vn.thidua.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reads as no plan at all, and what an unfriendly file can try. */
class PlanReaderTest {
    private final String sample = sample();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# chỉ có ghi chú\n",
                "một câu văn",
                "- một\n- danh sách\n",
                "cluster: [chưa đóng",
                "cluster:\n\tcode: tab\n",
                "a: b: c",
                "\u0007",
                "cluster: 1\n---\ncluster: 2\n",
                "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{",
            })
    void what_is_no_yaml_or_no_plan_cannot_be_judged(String text) {
        assertThatThrownBy(() -> PlanReader.read(text))
                .isInstanceOf(PlanUnreadable.class)
                .extracting(Throwable::getMessage)
                .asString()
                .matches("(?s)(Tệp|Không đọc được YAML).*");
    }

    @Test
    void an_unreadable_place_is_named_with_its_line() {
        PlanUnreadable e = Assertions.catchThrowableOfType(
                PlanUnreadable.class, () -> PlanReader.read("cluster:\n  code: a\nyear: [2024\n"));
        assertThat(e.line()).isPositive();
        assertThat(e).hasMessageContaining("dòng " + e.line());
    }

    @Test
    void a_file_that_is_not_there_not_utf8_or_too_big_cannot_be_judged() {
        assertThatThrownBy(() -> PlanReader.read(Path.of("plans/khong-co.yaml")))
                .isInstanceOf(PlanUnreadable.class)
                .hasMessageContaining("khong-co.yaml");
        assertThatThrownBy(() -> PlanReader.read("year: Tết".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(PlanUnreadable.class);
        assertThatThrownBy(() -> PlanReader.read(new byte[] {'a', (byte) 0xe9, 'b'}))
                .isInstanceOf(PlanUnreadable.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> PlanReader.read("#" + "a".repeat(1024 * 1024)))
                .isInstanceOf(PlanUnreadable.class)
                .hasMessageContaining("1 MB");
    }

    @Test
    void anchors_aliases_and_tags_are_refused_before_they_can_grow() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1));
        }
        PlanReading reading = PlanReader.read(bomb.toString());
        assertThat(reading.plan()).isNull();
        assertThat(reading.findings()).hasSize(30).allMatch(f -> f.code().equals("yaml-reference"));
        assertThat(PlanReader.read("year: !!java.net.URL [\"http://x.example\"]\n")
                        .findings())
                .singleElement()
                .satisfies(f -> assertThat(f.line()).isEqualTo(1));
        assertThat(PlanReader.read("cluster: &c\n  code: *c\n").findings()).hasSize(2);
    }

    @Test
    void very_many_mistakes_are_named_in_good_time() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            many.append("khoa").append(i).append(": 1\n");
        }
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(PlanReader.read(many.toString()).findings()).hasSizeGreaterThan(20_000));
    }

    @Test
    void text_becomes_nfc_without_byte_order_mark() {
        PlanReading reading = PlanReader.read("\uFEFF" + Normalizer.normalize(sample, Normalizer.Form.NFD));
        assertThat(reading.yaml()).isEqualTo(sample);
        assertThat(reading.validPlan()).isEqualTo(PlanReader.read(sample).validPlan());
    }

    @Test
    void defaults_stand_where_nothing_is_said() {
        String short_ = sample.replaceFirst("  workingHours: .*\n", "")
                .replaceFirst("reminders:\n.*\n.*\n", "")
                .replaceFirst("signedOriginals: .*\n", "")
                .replaceFirst("ceremonyLeadDays: .*\n", "")
                .replaceFirst("  secret: .*\n  mayVoteOnOwnCase: .*\n", "");
        Plan plan = PlanReader.read(short_).validPlan();
        assertThat(plan.calendar().start()).isEqualTo("07:30");
        assertThat(plan.calendar().end()).isEqualTo("17:00");
        assertThat(plan.reminders()).isEqualTo(ReminderRules.DEFAULT);
        assertThat(plan.signedOriginals()).containsExactly(DutyCode.SUPPLEMENT);
        assertThat(plan.ceremonyLeadDays()).isZero();
        assertThat(plan.votes().secret()).isTrue();
        assertThat(plan.votes().mayVoteOnOwnCase()).isFalse();
        assertThat(plan.criteria().groups().get(0).criteria().get(0).step()).isEqualByComparingTo("0.25");
    }

    @Test
    void very_long_values_are_refused_not_matched() {
        String huge = "a".repeat(300_000);
        assertThat(PlanReader.read(sample.replace("id: agg.giamdoc", "id: " + huge))
                        .errors())
                .singleElement()
                .satisfies(f -> assertThat(f.code()).isEqualTo("too-long"))
                .satisfies(f -> assertThat(f.message()).hasSizeLessThan(200));
        assertThat(PlanReader.read(sample.replace("ceremonyLeadDays", "a".repeat(1000)))
                        .errors())
                .allSatisfy(f -> assertThat(f.message()).hasSizeLessThan(600));
    }

    @Test
    void windows_line_ends_are_fine() {
        assertThat(PlanReader.read(sample.replace("\n", "\r\n")).validPlan())
                .isEqualTo(PlanReader.read(sample).validPlan());
    }

    @Test
    void a_missing_key_of_every_required_kind_is_named() {
        for (String key : Keys.ROOT.required()) {
            String without = sample.replaceFirst("(?ms)^" + key + ":.*?(?=^\\S|\\z)", "");
            assertThat(PlanReader.read(without + "\n").findings())
                    .as(key)
                    .anyMatch(f -> f.code().equals("missing-key") && f.path().equals(key));
        }
    }

    @Test
    void an_unknown_key_is_answered_with_the_nearest_known_one() {
        assertThat(PlanReader.read(sample.replace("plannedEnd: 2024-11-22 17:00", "planedEnd: 2024-11-22 17:00"))
                        .errors())
                .anyMatch(f -> f.message()
                        .equals("không có khóa «planedEnd» trong «milestones.scoring-meeting»; viết «plannedEnd»"));
    }

    private static String sample() {
        try {
            return Files.readString(SamplePlanTest.SAMPLE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
