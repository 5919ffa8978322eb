package vn.thidua.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People and contacts can be corrected in a running year; nothing else by uploading the plan again. */
class PlanDiffTest {
    private String sample = "";

    @BeforeEach
    void read() throws IOException {
        sample = Files.readString(SamplePlanTest.SAMPLE);
    }

    @Test
    void the_same_plan_changes_nothing() {
        PlanDiff diff = to(sample + "\n# một ghi chú thêm\n");
        assertThat(diff.nothing()).isTrue();
        assertThat(diff.allowed()).isTrue();
    }

    @Test
    void a_new_a_changed_and_a_removed_person_are_told_in_sentences() {
        String uploaded = sample.replaceFirst("(?m)^.*id: agg.kythuat.*\n", "")
                .replace("email: chuyenvien@vlg.example", "email: thidua@vlg.example")
                .replace("\"0900 013 004\"", "\"0900 999 999\"")
                .replace(
                        "  # Ngoài các đơn vị\n",
                        "  - { id: vlg.chuyenvien2, name: Lê Thử, party: VLG, function: EMULATION_OFFICER, email: chuyenvien2@vlg.example }\n");
        PlanDiff diff = to(uploaded);
        assertThat(diff.allowed()).isTrue();
        assertThat(diff.added()).extracting(Person::id).containsExactly("vlg.chuyenvien2");
        assertThat(diff.removed()).extracting(Person::id).containsExactly("agg.kythuat");
        assertThat(diff.changed()).extracting(Person::id).containsExactly("vlg.chuyenvien");
        assertThat(diff.changes()).hasSize(3);
        assertThat(diff.changes().get(0))
                .isEqualTo(
                        "Thêm Lê Thử (vlg.chuyenvien2), Chuyên viên thi đua, khen thưởng, Sở Nội vụ tỉnh Vĩnh Long, thư chuyenvien2@vlg.example.");
        assertThat(diff.changes().get(1))
                .contains(
                        "(vlg.chuyenvien): địa chỉ thư từ «chuyenvien@vlg.example» thành «thidua@vlg.example»; số điện thoại thay đổi.")
                .doesNotContain("0900");
        assertThat(diff.changes().get(2)).startsWith("Bỏ ").contains("(agg.kythuat)");
    }

    @Test
    void a_person_may_change_office_and_term() {
        PlanDiff diff = to(
                sample.replace(
                        "party: VTDKT, function: STANDING_AGENCY, email: phutrach@vtdkt.example, phone: \"0900 020 002\", from: 2021-07-01, to: 2026-06-30",
                        "party: VTDKT, function: STANDING_AGENCY, email: phutrach@vtdkt.example, phone: \"0900 020 002\", from: 2021-07-01"));
        assertThat(diff.changes())
                .singleElement()
                .asString()
                .contains("thời gian giữ nhiệm vụ từ «từ 01/07/2021 đến 30/06/2026» thành «từ 01/07/2021»");
    }

    @Test
    void a_contact_may_change() {
        PlanDiff diff =
                to(sample.replace("topic: TECHNICAL, person: vlg.kythuat", "topic: TECHNICAL, person: vlg.vanphong"));
        assertThat(diff.allowed()).isTrue();
        assertThat(diff.changes())
                .singleElement()
                .asString()
                .contains("Đầu mối về kỹ thuật")
                .contains("(vlg.vanphong)");
    }

    @Test
    void everything_else_is_refused_and_named() {
        PlanDiff diff = to(sample.replace("before: 2024-11-27", "before: 2024-11-28")
                .replace("role: LEADER", "role: MEMBER")
                .replace("quorum: 2/3", "quorum: 3/4")
                .replace("  - Khai mạc hội nghị\n", "  - Khai mạc\n")
                .replace("ceremonyLeadDays: 15", "ceremonyLeadDays: 20")
                .replace("signedOriginals: [supplement]", "signedOriginals: []")
                .replace("name: Tết Dương lịch, on: 2024-01-01", "name: Tết Dương lịch, on: 2024-01-02")
                .replace("max: 15", "max: 12"));
        assertThat(diff.allowed()).isFalse();
        assertThat(diff.refused()).hasSize(9);
        assertThat(diff.refused())
                .anyMatch(r -> r.contains("«hồ sơ khen thưởng» (dossier)") && r.contains("Dời thời hạn"));
        assertThat(diff.refused()).anyMatch(r -> r.contains("danh sách đơn vị và vai trò"));
    }

    private PlanDiff to(String uploaded) {
        Plan running = PlanReader.read(sample).validPlan();
        PlanReading reading = PlanReader.read(uploaded);
        assertThat(reading.plan()).as("readable: %s", reading.errors()).isNotNull();
        return PlanDiff.between(running, reading.plan());
    }
}
