package vn.thidua.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.thidua.YearFixture.GONE;
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
import vn.thidua.cycle.reading.DutyView;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.DutyType;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Outcome;

/** Nominations, votes and dossiers, file and paper, to the ministry: one year, told in order. */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DossierTest {
    private static final String AGENCY = "vtdkt.thuongtruc";

    @Autowired
    ApplicationContext context;

    YearFixture year;

    @BeforeAll
    void theMeetingIsOverAndThreeUnitsAreClassified() {
        year = new YearFixture(context).start("ho-so", "2024-11-22T13:50");
        year.settle();
        for (String unit : List.of("AGG", "KGG", "VLG")) {
            year.complete(year.key(DutyType.CLASSIFICATION, "VTDKT", unit), "submit", AGENCY);
        }
        year.run(only(DutyCode.SCORING_MEETING), "2024-11-22T14:00");
    }

    @AfterAll
    void end() {
        year.end();
    }

    private DutyKey nomination(String unit) {
        return year.key(DutyType.NOMINATION, unit);
    }

    private DutyKey dossier(String subject) {
        return year.key(DutyType.DOSSIER, subject.substring(0, 3), subject);
    }

    private DutyKey confirmation(String subject) {
        return year.key(DutyType.CONFIRMATION, "UBND-" + subject.substring(0, 3), subject);
    }

    private DutyKey paper(String subject) {
        return year.key(DutyType.PAPER_ENTRY, "VLG", subject);
    }

    private static Map<String, Object> nominee(int n, String kind, String name) {
        Map<String, Object> more = new HashMap<>(Map.of(
                "nominee" + n + "Kind",
                kind,
                "nominee" + n + "Award",
                "BK-BNV",
                "nominee" + n + "Name",
                name,
                "nominee" + n + "Merit",
                "Hoàn thành xuất sắc nhiệm vụ"));
        if (n > 1) {
            more.put("more" + n, true);
        }
        return more;
    }

    @Test
    @Order(1)
    @DisplayName(
            "A meeting ends when the chair closes it: nominations and supplements open then, not at its planned end")
    void opensWhenTheMeetingEnds() {
        assertThat(year.duties(DutyType.NOMINATION)).hasSize(5);
        assertThat(year.duties(DutyType.SUPPLEMENT)).hasSize(5);
        assertThat(year.stages(nomination("AGG"))).containsExactly("submit");
    }

    @Test
    @Order(2)
    @DisplayName(
            "S0-19: each nominee gets a dossier; a nomination that is withdrawn takes its dossier along without a lapse")
    void nominations() {
        year.at("2024-11-25T09:00");
        Map<String, Object> three = nominee(1, "collective", "Phòng Tổ chức");
        three.putAll(nominee(2, "individual", "Nguyễn Thị Bình"));
        three.putAll(nominee(3, "collective", "Ban Tôn giáo"));
        year.complete(nomination("AGG"), "submit", officer("AGG"), three);
        year.complete(nomination("BTE"), "submit", officer("BTE"));
        year.complete(nomination("KGG"), "submit", officer("KGG"));
        assertThat(year.duties(DutyType.DOSSIER)).hasSize(5);
        assertThat(year.duties(DutyType.CONFIRMATION)).as("collectives only").hasSize(4);

        year.complete(nomination("KGG"), "withdraw", officer("KGG"));
        assertThat(year.duty(dossier("KGG-1")).state()).isEqualTo(Duty.State.CLOSED);
        assertThat(year.duty(dossier("KGG-1")).outcome()).isNull();
        assertThat(year.tasks(dossier("KGG-1"))).isEmpty();
        year.complete(nomination("KGG"), "submit", officer("KGG"));
        assertThat(year.stages(dossier("KGG-2"))).containsExactly("submit");
    }

    @Test
    @Order(3)
    @DisplayName("S0-25: who answers “không đề nghị” has no lapse; who is silent gets one NOT_PROPOSING")
    void declineAndSilence() {
        year.submit(year.task(nomination("VLG"), "submit").getId(), officer("VLG"), Map.of("answer", "decline"));
        year.run(only(DutyCode.FREEZE), "2024-11-25T17:00");

        assertThat(year.journal(JournalEvent.DECLINED, DutyCode.NOMINATION, "VLG"))
                .hasSize(1);
        assertThat(year.duty(nomination("VLG")).outcome()).isNull();
        assertThat(year.duty(nomination("CTO")).outcome()).isEqualTo(Outcome.NOT_PROPOSING);
        assertThat(lapses("nomination"))
                .singleElement()
                .satisfies(e -> assertThat(e.unit()).isEqualTo("CTO"));
        assertThat(year.journal(JournalEvent.FROZEN)).hasSize(1);
    }

    private List<JournalEntry> lapses(String duty) {
        return year.journal(JournalEvent.LAPSED).stream()
                .filter(e -> duty.equals(e.duty()))
                .toList();
    }

    @Test
    @Order(4)
    @DisplayName(
            "S3-01 S3-14: no classification, no vote; a vote that does not carry closes the dossier without a lapse")
    void votes() {
        year.run("2024-11-26T08:00");
        assertThat(year.duties(DutyType.AWARD_VOTE))
                .extracting(d -> d.key().subject())
                .containsExactlyInAnyOrder("AGG-1", "AGG-2", "AGG-3", "KGG-2");
        year.complete(
                year.key(DutyType.AWARD_VOTE, "VLG", "AGG-2"),
                "submit",
                officer("VLG"),
                Map.of("votesFor", 1, "votesAgainst", 3));
        assertThat(year.duty(dossier("AGG-2")).state()).isEqualTo(Duty.State.CLOSED);
        assertThat(year.duty(dossier("AGG-2")).outcome()).isNull();

        year.run(only(DutyCode.CONFERENCE), "2024-11-26T08:00");
        Map<Object, JournalEntry> voted = new HashMap<>();
        year.journal(JournalEvent.VOTED).forEach(e -> voted.put(e.detail().get("nomination"), e));
        assertThat(voted.get("AGG-1").detail()).containsEntry("carried", true);
        assertThat(voted.get("AGG-2").detail()).containsEntry("carried", false);
        assertThat(voted.get("BTE-1").detail())
                .containsEntry("held", false)
                .containsEntry("reason", "NO_CLASSIFICATION");
        assertThat(year.duty(dossier("BTE-1")).state()).isEqualTo(Duty.State.CLOSED);
        assertThat(lapses("dossier")).isEmpty();
    }

    @Test
    @Order(5)
    @DisplayName(
            "S0-18 S0-20 S0-24: file in, confirmed, paper missing is pending; unconfirmed is overdue and not proposing at the same instant")
    void atTheDeadline() {
        year.at("2024-11-26T10:00");
        Map<String, Object> noPaper =
                Map.of("paperHandedOver", GONE, "paperAt", GONE, "paperTo", GONE, "paperProof", GONE);
        year.complete(dossier("AGG-1"), "submit", officer("AGG"), noPaper);
        year.complete(dossier("AGG-3"), "submit", officer("AGG"), noPaper);
        year.complete(dossier("KGG-2"), "submit", officer("KGG"));
        year.complete(confirmation("AGG-1"), "submit", "ubnd.agg");
        year.complete(confirmation("KGG-2"), "submit", "ubnd.kgg");

        year.run("2024-11-27T00:00");

        assertThat(year.duty(dossier("AGG-1")).state()).isEqualTo(Duty.State.PENDING_PAPER);
        assertThat(year.duty(dossier("KGG-2")).state()).isEqualTo(Duty.State.PENDING_PAPER);
        assertThat(year.duty(confirmation("AGG-3")).outcome()).isEqualTo(Outcome.OVERDUE);
        assertThat(year.duty(dossier("AGG-3")).outcome()).isEqualTo(Outcome.NOT_PROPOSING);
        assertThat(lapses("dossier"))
                .singleElement()
                .satisfies(e -> assertThat(e.detail())
                        .containsEntry("why", "NO_CONFIRMATION")
                        .containsEntry("unitNotProposing", false));
        assertThat(year.tasks(confirmation("AGG-3"))).isEmpty();
    }

    @Test
    @Order(6)
    @DisplayName(
            "S0-25: at noon of the next working day paper neither entered nor reported lapses; reported, its entry is overdue for the leader")
    void noon() {
        year.run("2024-11-27T11:59");
        assertThat(year.duty(dossier("AGG-1")).state()).isEqualTo(Duty.State.PENDING_PAPER);
        year.run("2024-11-27T12:00");

        assertThat(year.duty(dossier("AGG-1")).outcome()).isEqualTo(Outcome.NOT_PROPOSING);
        assertThat(lapses("dossier"))
                .hasSize(2)
                .last()
                .satisfies(e -> assertThat(e.detail())
                        .containsEntry("why", "NO_PAPER")
                        .containsEntry("unitNotProposing", true));
        assertThat(year.duty(paper("KGG-2")).outcome()).isEqualTo(Outcome.OVERDUE);
        assertThat(year.duty(dossier("KGG-2")).state()).isEqualTo(Duty.State.PENDING_PAPER);
        assertThat(year.stages(paper("KGG-2"))).containsExactly("submit");
        assertThat(year.tasks(paper("AGG-1"))).isEmpty();
    }

    @Test
    @Order(7)
    @DisplayName("S0-18: the standing agency enters the paper even after that noon: its arrival counts, not its entry")
    void standingAgencyEntersPaper() {
        year.at("2024-11-27T15:00");
        String task = year.task(paper("KGG-2"), "submit").getId();
        assertThatThrownBy(() -> year.submit(task, officer("KGG"), year.answers(paper("KGG-2"), "submit")))
                .isNotNull();
        year.complete(
                paper("KGG-2"),
                "submit",
                AGENCY,
                Map.of(
                        "arrivedAt",
                        "2024-11-26T16:00",
                        "earlyReason",
                        "Văn thư nghỉ ốm",
                        "secondPerson",
                        "Trần Thị Hồng Oanh"));
        assertThat(year.duty(dossier("KGG-2")).state()).isEqualTo(Duty.State.ACCEPTED);
    }

    @Test
    @Order(8)
    @DisplayName(
            "S0-17 S0-26: a ministry dossier not sent in time is overdue, told to the standing agency, and can still be sent, marked late")
    void lateMinistry() {
        DutyKey ministry = year.key(DutyType.MINISTRY, "VLG");
        year.run("2024-11-30T00:00");
        assertThat(year.duty(ministry).outcome()).isEqualTo(Outcome.OVERDUE);
        year.at("2024-12-02T09:00");
        year.complete(ministry, "submit", officer("VLG"));
        assertThat(year.journal(JournalEvent.SENT))
                .singleElement()
                .satisfies(e -> assertThat(e.detail()).containsEntry("late", true));
        year.complete(year.key(DutyType.MINISTRY_RECEIPT, "TNHS"), "submit", "tnhs.tiepnhan");
        assertThat(lapses("ministry")).isEmpty();
    }

    @Test
    @Order(9)
    @DisplayName("S0-25: the page of a dossier that lapsed says why")
    void readable() {
        assertThat(year.read(DutyType.DOSSIER))
                .flatExtracting(DutyView::journal)
                .extracting(DutyView.JournalLine::what, DutyView.JournalLine::detail)
                .contains(
                        tuple(
                                "Hết hạn: coi như không đề nghị khen thưởng",
                                "vì: " + DutyTexts.text("why.NO_CONFIRMATION")),
                        tuple("Hết hạn: coi như không đề nghị khen thưởng", "vì: " + DutyTexts.text("why.NO_PAPER")));
        for (DutyType type : DutyType.values()) {
            assertThat(year.read(type)).hasSameSizeAs(year.duties(type));
        }
    }
}
