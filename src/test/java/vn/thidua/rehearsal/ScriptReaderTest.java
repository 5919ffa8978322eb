package vn.thidua.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReader;

class ScriptReaderTest {
    private static final Plan PLAN =
            PlanReader.read(Path.of("plans/tay-nam-bo-2024.yaml")).validPlan();

    @Test
    void readsTheExample() throws IOException {
        ScriptReading reading =
                ScriptReader.read(Files.readString(Path.of("docs/rehearsal/example-script.yaml")), PLAN);

        assertThat(reading.mistakes()).isEmpty();
        assertThat(reading.script().steps()).hasSize(5);
        assertThat(reading.script().steps().get(3))
                .isEqualTo(new Script.Step(
                        "CTO",
                        false,
                        DutyCode.UNIT_PLAN,
                        false,
                        false,
                        Vietnam.at(java.time.LocalDateTime.parse("2024-02-06T09:30")),
                        Map.of()));
    }

    @Test
    void namesEveryMistakeWithItsLine() {
        ScriptReading reading = ScriptReader.read("""
                steps:
                  - { unit: XXX, duty: supplement, silent: true }
                  - { unit: AGG, duty: suplement, silent: true }
                  - { unit: AGG, quiet: true, silent: true }
                  - { unit: AGG, duty: launch, decline: true }
                  - { unit: AGG }
                  - { unit: AGG, duty: unit-plan, at: hôm qua }
                  - { unit: AGG, duty: unit-plan, answers: { khong: 1 } }
                  - { unit: AGG, role: LEADER, silent: true }
                  - { unit: AGG, at: 2024-02-05 10:00 }
                  - { unit: AGG, duty: supplement, silent: true, decline: true }
                """, PLAN);

        assertThat(reading.mistakes())
                .extracting(ScriptReading.Mistake::line)
                .containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(reading.mistakes().get(0).message()).contains("«XXX»").contains("VLG");
        assertThat(reading.mistakes().get(1).message()).contains("«suplement»").contains("supplement");
        assertThat(reading.mistakes().get(2).message()).contains("«quiet»").contains("silent");
    }

    @Test
    void whatIsNoScriptIsSaid() {
        for (String text : List.of("", "a: [1", "- 1", "steps: 3", "other: []", "steps: [1]")) {
            assertThat(ScriptReader.read(text, PLAN).mistakes()).as(text).isNotEmpty();
        }
    }

    @Test
    void aStepAboutAMembersDutyIsNotAboutReceivingIt() {
        Script script = ScriptReader.read("steps: [{ unit: VLG, duty: supplement, silent: true }]", PLAN)
                .script();
        assertThat(script.step(DutyKey.of(PLAN.yearId(), DutyType.SUPPLEMENT, "VLG"), "VLG", "VLG"))
                .isPresent();
        assertThat(script.step(DutyKey.of(PLAN.yearId(), DutyType.SUPPLEMENT, "AGG"), "VLG", "VLG"))
                .isEmpty();
    }

    @Test
    void theLeaderStillDeliversAsAMember() {
        Script script = ScriptReader.read("steps: [{ role: LEADER, silent: true }]", PLAN)
                .script();
        assertThat(script.step(DutyKey.of(PLAN.yearId(), DutyType.PLEDGE, "VLG"), "VLG", "VLG"))
                .isEmpty();
        assertThat(script.step(DutyKey.of(PLAN.yearId(), DutyType.PLEDGE, "AGG"), "VLG", "VLG"))
                .isPresent();
        assertThat(script.step(DutyKey.of(PLAN.yearId(), DutyType.FREEZE, "VLG"), "VLG", "VLG"))
                .isPresent();
        assertThat(script.step(DutyKey.of(PLAN.yearId(), DutyType.FREEZE, "KGG"), "KGG", "VLG"))
                .isEmpty();
    }
}
