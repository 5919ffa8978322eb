package vn.thidua.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.GONE;
import static vn.thidua.YearFixture.instant;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.YearFixture.only;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Outcome;

/**
 * Dossiers that the leader returns on the last day: time for mending is time for what was named, not for the confirmation and
 * the paper, which are due when all others' are. One year, told in order.
 */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MendedDossierTest {
    private static final Map<String, Object> NO_PAPER =
            Map.of("paperHandedOver", GONE, "paperAt", GONE, "paperTo", GONE, "paperProof", GONE);
    private static final List<String> UNITS = List.of("AGG", "BTE", "CTO", "KGG");

    @Autowired
    ApplicationContext context;

    YearFixture year;

    @BeforeAll
    void allVotesCarriedAndAllDossiersReturned() {
        year = new YearFixture(context).start("hoan-thien", "2024-11-22T13:50");
        year.settle();
        for (String unit : UNITS) {
            year.complete(year.key(DutyType.CLASSIFICATION, "VTDKT", unit), "submit", "vtdkt.thuongtruc");
        }
        year.run(
                only(DutyCode.SCORING_MEETING, DutyCode.FREEZE, DutyCode.NOMINATION, DutyCode.CONFERENCE),
                "2024-11-26T14:00");
        for (String unit : UNITS) {
            boolean withPaper = unit.equals("BTE");
            year.complete(dossier(unit), "submit", officer(unit), withPaper ? Map.of() : NO_PAPER);
            if (!unit.equals("AGG")) {
                year.complete(
                        year.key(DutyType.CONFIRMATION, "UBND-" + unit, unit + "-1"),
                        "submit",
                        "ubnd." + unit.toLowerCase());
            }
        }
        year.at("2024-11-26T16:00");
        for (String unit : UNITS) {
            year.complete(
                    dossier(unit), "review", officer("VLG"), Map.of("decision", "return", "reason", "Thiếu phụ lục"));
        }
    }

    @AfterAll
    void end() {
        year.end();
    }

    private DutyKey dossier(String unit) {
        return year.key(DutyType.DOSSIER, unit, unit + "-1");
    }

    private DutyKey paper(String unit) {
        return year.key(DutyType.PAPER_ENTRY, "VLG", unit + "-1");
    }

    private Map<String, Object> lapse(String unit) {
        return year.journal(JournalEvent.LAPSED, DutyCode.DOSSIER, unit).stream()
                .map(JournalEntry::detail)
                .findFirst()
                .orElseGet(HashMap::new);
    }

    @Test
    @Order(1)
    @DisplayName("S0-24: the confirmation is due with all others', mending or not")
    void confirmationIsDue() {
        assertThat(year.duty(dossier("AGG")).mendUntil()).isEqualTo(instant("2024-11-27T16:00"));

        year.run("2024-11-27T00:00");

        assertThat(year.duty(year.key(DutyType.CONFIRMATION, "UBND-AGG", "AGG-1"))
                        .outcome())
                .isEqualTo(Outcome.OVERDUE);
        assertThat(lapse("AGG")).containsEntry("why", "NO_CONFIRMATION").containsEntry("unitNotProposing", true);
        assertThat(year.duty(paper("AGG")).state())
                .as("nothing is left to enter")
                .isEqualTo(Duty.State.CLOSED);
        for (String unit : List.of("BTE", "CTO", "KGG")) {
            assertThat(year.duty(dossier(unit)).state()).as(unit).isEqualTo(Duty.State.OPEN);
        }
        assertThat(year.mails("not-proposing", "chuyenvien@agg.example")).hasSize(1);
    }

    @Test
    @Order(2)
    @DisplayName(
            "S0-18 S0-20: mended, it waits for its paper; paper that was reported when it first came in is still waited for")
    void mendedInTime() {
        year.at("2024-11-27T09:00");
        year.complete(dossier("BTE"), "mend", officer("BTE"), NO_PAPER);
        assertThat(year.duty(dossier("BTE")).state()).isEqualTo(Duty.State.PENDING_PAPER);

        year.run("2024-11-27T12:00");

        assertThat(year.duty(paper("BTE")).outcome()).isEqualTo(Outcome.OVERDUE);
        assertThat(year.duty(dossier("BTE")).state()).isEqualTo(Duty.State.PENDING_PAPER);
        assertThat(year.duty(paper("CTO")).state())
                .as("the file may still come")
                .isEqualTo(Duty.State.OPEN);
    }

    @Test
    @Order(3)
    @DisplayName(
            "S0-25: mended after that noon without any paper, it lapses for want of paper; not mended, for want of a file")
    void mendedWithoutPaperAndNotMended() {
        year.at("2024-11-27T14:00");
        year.complete(dossier("CTO"), "mend", officer("CTO"), NO_PAPER);
        assertThat(lapse("CTO")).containsEntry("why", "NO_PAPER");
        assertThat(year.tasks(paper("CTO"))).isEmpty();

        year.run("2024-11-27T16:00");

        assertThat(lapse("KGG")).containsEntry("why", "NO_FILE").containsEntry("unitNotProposing", true);
        assertThat(year.passed(dossier("KGG"))).contains("event_notMended");
        assertThat(year.tasks(paper("KGG"))).isEmpty();
        assertThat(year.mails("not-proposing", "chuyenvien@kgg.example")).hasSize(1);
        assertThat(year.bean(DossierParts.class).forMinistry(year.yearId()))
                .extracting(Nomination::unit)
                .containsExactly("BTE");
    }
}
