package vn.thidua.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** The sample of 2024 is complete and its check gives exactly the warnings it deserves. */
class SamplePlanTest {
    static final Path SAMPLE = Path.of("plans/tay-nam-bo-2024.yaml");

    @Test
    void is_read_whole() {
        PlanReading reading = PlanReader.read(SAMPLE);
        assertThat(reading.errors()).isEmpty();
        Plan plan = reading.validPlan();
        assertThat(plan.yearId()).isEqualTo("tay-nam-bo-2024");
        assertThat(plan.memberCodes()).hasSize(13);
        assertThat(plan.leader().code()).isEqualTo("VLG");
        assertThat(plan.deputy().code()).isEqualTo("KGG");
        assertThat(plan.milestones()).hasSize(DutyCode.values().length);
        assertThat(plan.milestone(DutyCode.SCORING_MEETING).at()).isEqualTo(LocalDateTime.of(2024, 11, 22, 14, 0));
        assertThat(plan.criteria().total()).isEqualByComparingTo("100");
        assertThat(plan.criteria().groups().stream()
                        .mapToInt(g -> g.criteria().size())
                        .sum())
                .isGreaterThanOrEqualTo(40);
        assertThat(plan.agenda()).hasSize(9);
        assertThat(plan.people()).hasSize(13 * 6 + 6 + 13);
    }

    @Test
    void its_check_gives_exactly_the_three_warnings_it_deserves_S0_17_S0_31() {
        PlanReading reading = PlanReader.read(SAMPLE);
        assertThat(reading.findings())
                .extracting(Finding::severity, Finding::path, Finding::code, Finding::message)
                .containsExactly(
                        tuple(
                                Severity.WARNING,
                                "bases[4].dates",
                                "two-dates",
                                "văn bản số 7020/BNV-VP mang 2 ngày khác nhau: 05/11/2022, 05/11/2024; đối chiếu bản gốc rồi chỉ ghi ngày đúng"),
                        tuple(
                                Severity.WARNING,
                                "milestones.self-score.deadline",
                                "no-working-day",
                                "«tự chấm điểm» có thời hạn trước 00:00 ngày 16/11/2024 (thứ Bảy): ngày ấy không phải ngày làm việc; thời điểm làm việc"
                                        + " cuối cùng trước đó là 17:00 ngày 15/11/2024 (thứ Sáu). Thời hạn không tự dời: nếu cần, viết một ngày"
                                        + " làm việc, ví dụ 2024-11-15 hoặc 2024-11-18"),
                        tuple(
                                Severity.WARNING,
                                "milestones.ministry.deadline",
                                "no-working-day",
                                "«hồ sơ trình Bộ» có thời hạn trước 00:00 ngày 30/11/2024 (thứ Bảy): ngày ấy không phải ngày làm việc; thời điểm làm"
                                        + " việc cuối cùng trước đó là 17:00 ngày 29/11/2024 (thứ Sáu). Thời hạn không tự dời: nếu cần, viết một"
                                        + " ngày làm việc, ví dụ 2024-11-29 hoặc 2024-12-02"));
    }

    @Test
    void its_text_is_nfc_and_its_people_are_of_example_domains() {
        PlanReading reading = PlanReader.read(SAMPLE);
        assertThat(Normalizer.isNormalized(reading.yaml(), Normalizer.Form.NFC)).isTrue();
        assertThat(reading.validPlan().people()).allMatch(p -> p.email().endsWith(".example"));
    }
}
