package vn.thidua.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
