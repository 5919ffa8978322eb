package vn.thidua.cycle.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.YearFixture.instant;
import static vn.thidua.YearFixture.officer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.task.Task;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.FileFixture;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Receipt;
import vn.thidua.evidence.receiving.Upload;
import vn.thidua.evidence.receiving.UploadEnding;
import vn.thidua.evidence.submission.Submission;
import vn.thidua.journal.JournalEvent;
import vn.thidua.journal.seal.ChainAudit;
import vn.thidua.journal.seal.ProofUnreadable;
import vn.thidua.journal.seal.ReceiptAudit;
import vn.thidua.journal.seal.ReceiptProof;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Outcome;

/** Documents handed in as files: unit plans before 00:00 of 06/02/2024, pledges before 00:00 of 21/02/2024. One year, told in order. */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FilesInTheYearTest {
    private static final String AGENCY = "vtdkt.thuongtruc";

    @Autowired
    ApplicationContext context;

    YearFixture year;
    YearFixture old;
    FileFixture files;

    @BeforeAll
    void oneYearWithFilesAndOneBegunBefore() {
        DocumentDemand demand = context.getBean(DocumentDemand.class);
        demand.use(DocumentDemand.Level.NONE);
        old = new YearFixture(context).start("tep-cu", "2024-01-29T07:30");
        old.run("2024-01-29T08:00");
        demand.use(DocumentDemand.Level.ALL);
        year = new YearFixture(context).start("tep-nam", "2024-01-29T07:30");
        year.run("2024-01-29T08:00");
        files = new FileFixture(context, year);
    }

    @AfterAll
    void end() {
        context.getBean(DocumentDemand.class).use(DocumentDemand.Level.NONE);
        year.end();
        old.end();
    }

    private DutyKey plan(String unit) {
        return year.key(DutyType.UNIT_PLAN, unit);
    }

    private DutyKey pledge(String unit) {
        return year.key(DutyType.PLEDGE, unit);
    }

    private byte[] paper(String unit) {
        return files.signed(unit, "2024-01-29T09:00");
    }

    private void refused(DutyKey key, String... words) {
        Task task = year.task(key, "submit");
        Map<String, Object> answers = year.answers(key, "submit");
        assertThatThrownBy(() -> year.submit(task.getId(), officer(key.party()), answers))
                .rootCause()
                .isInstanceOf(DutyRefused.class)
                .message()
                .contains(words);
        assertThat(year.duty(key).state()).isEqualTo(Duty.State.OPEN);
        assertThat(context.getBean(HandInViews.class)
                        .of(officer(key.party()), files.id(key), true)
                        .orElseThrow()
                        .missing())
                .anySatisfy(missing -> assertThat(missing).contains(words));
    }

    @Test
    @Order(1)
    @DisplayName(
            "Given a year begun before files were asked for, then it goes on with its Camunda Forms and takes no files")
    void aYearBegunBefore() {
        DutyKey key = old.key(DutyType.UNIT_PLAN, "AGG");
        assertThat(old.task(key, "submit").getFormKey())
                .startsWith("camunda-forms:deployment:")
                .endsWith("unit-plan.form");
        assertThatThrownBy(() -> new FileFixture(context, old).handIn(key, "plan", paper("AGG")))
                .isInstanceOf(DutyRefused.class);
        assertThat(context.getBean(HandInViews.class)
                        .of(officer("AGG"), old.duty(key).id(), true))
                .isEmpty();
        old.at("2024-01-30T09:00");
        old.complete(key, "submit", officer("AGG"));
        assertThat(old.duty(key).state()).isEqualTo(Duty.State.DELIVERED);
        old.run("2024-02-06T00:00");
        assertThat(old.duty(key).outcome()).isNull();
        assertThat(old.duty(old.key(DutyType.UNIT_PLAN, "BTE")).outcome()).isEqualTo(Outcome.LATE);
        year.at("2024-01-29T10:00");
    }

    @Test
    @Order(2)
    @DisplayName(
            "Given a required file is missing, or an upload runs, when Complete is pressed, then it is refused with the reason")
    void completeIsRefused() {
        assertThat(year.task(plan("BTE"), "submit").getFormKey()).isEqualTo("embedded:/forms/hand-in.html");
        refused(plan("BTE"), "Chưa có tệp cho «Kế hoạch thi đua của đơn vị»");
        provenByItsText(files.handIn(plan("BTE"), "plan", paper("BTE")));
        Upload running =
                files.receiving().begin(files.id(plan("BTE")), "other", "phụ lục.pdf", 1000, null, officer("BTE"));
        refused(plan("BTE"), "phụ lục.pdf", "chưa tải lên xong");
        Submission late = files.of(plan("BTE")).get(0);
        files.submissions().withdraw(late.id(), officer("BTE"), "Nhầm");
        refused(plan("BTE"), "Chưa có tệp cho «Kế hoạch thi đua của đơn vị»");
        files.handIn(plan("BTE"), "plan", paper("BTE"));
        try {
            files.receiving().cancel(running.id(), officer("BTE"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        year.complete(plan("BTE"), "submit", officer("BTE"));
        assertThat(year.duty(plan("BTE")).state()).isEqualTo(Duty.State.DELIVERED);
        assertThat(year.stages(plan("BTE"))).containsExactlyInAnyOrder("review", "withdraw");
        assertThatThrownBy(() -> files.handIn(plan("BTE"), "other", paper("BTE")))
                .as("what was handed in stands until it is taken back")
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("rút lại");
    }

    private void provenByItsText(Submission file) {
        String text = context.getBean(ReceiptPapers.class).text(file);
        try {
            assertThat(ReceiptReading.of(text, ReceiptProof.find(text)))
                    .isEqualTo(new ReceiptReading.Result(List.of(), List.of("Kết quả kiểm tra")));
        } catch (ProofUnreadable e) {
            throw new IllegalStateException(e);
        }
        assertThat(text).contains("[plan]", "[BTE]", "[" + year.yearId() + "]", "[" + officer("BTE") + "]");
    }

    @Test
    @Order(2)
    @DisplayName("Given files handed in, when receipts are mailed, then each file of the mail is proven by the chain")
    void theMailCarriesReceipts() throws Exception {
        files.handIn(plan("AGG"), "plan", paper("AGG"));
        files.handIn(plan("AGG"), "other", paper("AGG"));
        JdbcClient jdbc = context.getBean(JdbcClient.class);

        context.getBean(ReceiptMails.class).mailDue(Duration.ofSeconds(-1), Duration.ofDays(1));

        String attachments = jdbc.sql(
                        "SELECT attachments FROM mail_outbox WHERE year_id = ? AND template = 'file-receipts' AND recipient = 'chuyenvien@agg.example'")
                .param(year.yearId())
                .query(String.class)
                .single();
        JsonNode receipts = new ObjectMapper().readTree(attachments);
        assertThat(receipts).hasSize(2);
        List<Submission> handedIn = files.of(plan("AGG"));
        try (Connection connection = context.getBean(DataSource.class).getConnection()) {
            ChainAudit audit = new ChainAudit(connection);
            for (int i = 0; i < 2; i++) {
                Submission file = handedIn.get(i);
                String text = receipts.get(i).get("text").textValue();
                ReceiptProof proof = ReceiptProof.find(text);
                assertThat(receipts.get(i).get("name").textValue()).isEqualTo("bien-nhan-" + file.receipt() + ".txt");
                assertThat(text)
                        .contains(file.receipt(), file.sha256(), "Thời hạn đối chiếu: trước 00:00 ngày 06/02/2024");
                assertThat(ReceiptAudit.of(audit, proof).proven()).isTrue();
                assertThat(ReceiptReading.of(text, proof).differing()).isEmpty();
            }
        }
        String body = jdbc.sql(
                        "SELECT body FROM mail_outbox WHERE year_id = ? AND template = 'file-receipts' AND recipient = 'chuyenvien@agg.example'")
                .param(year.yearId())
                .query(String.class)
                .single();
        assertThat(body).contains("Kết quả kiểm tra: Đang kiểm tra…", "mã băm: ", "Thời hạn đối chiếu: trước 00:00");
        context.getBean(ReceiptMails.class).mailDue(Duration.ofSeconds(-1), Duration.ofDays(1));
        assertThat(year.mails("file-receipts", "chuyenvien@agg.example"))
                .as("once")
                .hasSize(1);
        handedIn.forEach(file -> files.submissions().withdraw(file.id(), officer("AGG"), "Thử"));
    }

    @Test
    @Order(3)
    @DisplayName(
            "Given files handed in, taken back, returned, in five ways, when the cut-off comes, then only what stands delivers")
    void theCutOff() {
        year.at("2024-02-01T09:00");
        for (String unit : List.of("CTO", "KGG", "VLG")) {
            files.handIn(plan(unit), "plan", paper(unit));
            year.complete(plan(unit), "submit", officer(unit));
        }
        year.at("2024-02-01T10:00");
        year.complete(plan("CTO"), "review", AGENCY, Map.of("decision", "return", "reason", "Thiếu chỉ tiêu"));
        year.complete(plan("VLG"), "review", AGENCY, Map.of("decision", "return", "reason", "Thiếu chỉ tiêu"));
        year.complete(plan("KGG"), "withdraw", officer("KGG"));
        year.at("2024-02-02T09:00");
        files.handIn(plan("VLG"), "plan", files.signed("VLG", "2024-02-01T11:00"));
        year.at("2024-02-05T10:00");
        files.handIn(plan("AGG"), "plan", paper("AGG"));
        year.at("2024-02-05T11:00");
        files.handIn(plan("AGG"), "other", paper("AGG"));
        year.at("2024-02-05T11:30");
        Submission taken = files.handIn(plan("AGG"), "other", paper("AGG"));
        files.submissions().withdraw(taken.id(), officer("AGG"), "Thừa");

        year.at("2024-02-05T16:30");
        year.complete(plan("BTE"), "review", AGENCY, Map.of("decision", "return", "reason", "Chưa ký"));
        year.at("2024-02-05T17:30");
        files.handIn(plan("BTE"), "plan", files.signed("BTE", "2024-02-05T17:00"));

        year.run("2024-02-06T00:00");

        assertThat(year.duty(plan("BTE")).state()).as("being mended").isEqualTo(Duty.State.OPEN);
        assertThat(year.duty(plan("BTE")).outcome()).isNull();
        assertThat(year.duty(plan("AGG")).state()).isEqualTo(Duty.State.DELIVERED);
        assertThat(year.duty(plan("AGG")).outcome()).isNull();
        assertThat(year.receipts(plan("AGG"))).singleElement().satisfies(receipt -> {
            assertThat(receipt.receivedAt()).as("of the last file that stands").isEqualTo(instant("2024-02-05T11:00"));
            assertThat(receipt.inTime()).isTrue();
            assertThat(receipt.by()).isEqualTo(officer("AGG"));
        });
        assertThat(year.journal(JournalEvent.DELIVERED, DutyCode.UNIT_PLAN, "AGG"))
                .singleElement()
                .satisfies(e -> assertThat(e.detail()).containsEntry("byFiles", true));
        assertThat(year.passed(plan("AGG"))).contains("gateway_byFiles", "gateway_afterDeadline");
        assertThat(year.stages(plan("AGG"))).containsExactly("findings");
        assertThat(year.mails("receipt", "chuyenvien@agg.example")).hasSize(1);

        assertThat(year.duty(plan("CTO")).outcome()).as("returned, nothing new").isEqualTo(Outcome.LATE);
        assertThat(year.duty(plan("KGG")).outcome())
                .as("taken back, nothing new")
                .isEqualTo(Outcome.LATE);
        assertThat(year.receipts(plan("CTO"))).extracting(Receipt::settled).containsExactly("RETURNED");
        assertThat(year.duty(plan("VLG")).outcome())
                .as("returned, a new file since")
                .isNull();
        assertThat(year.receipts(plan("VLG")))
                .hasSize(2)
                .last()
                .satisfies(receipt -> assertThat(receipt.receivedAt()).isEqualTo(instant("2024-02-02T09:00")));
        assertThat(year.journal(JournalEvent.LAPSED).stream()
                        .filter(e -> "unit-plan".equals(e.duty()))
                        .map(e -> e.unit()))
                .containsExactlyInAnyOrder("CTO", "KGG");

        year.complete(plan("AGG"), "findings", AGENCY, Map.of("result", "findings", "findings", "Thiếu trang 3"));
        assertThat(year.duty(plan("AGG")).state()).isEqualTo(Duty.State.ACCEPTED);
    }

    @Test
    @Order(4)
    @DisplayName(
            "Given a returned plan mended by a new file alone, when the time for mending is over, then it is delivered, for findings")
    void mendedByAFile() {
        year.run("2024-02-06T16:30");
        assertThat(year.duty(plan("BTE")).outcome()).isNull();
        assertThat(year.duty(plan("BTE")).state()).isEqualTo(Duty.State.DELIVERED);
        assertThat(year.receipts(plan("BTE"))).hasSize(2).last().satisfies(receipt -> {
            assertThat(receipt.receivedAt()).isEqualTo(instant("2024-02-05T17:30"));
            assertThat(receipt.inTime()).isTrue();
        });
        assertThat(year.journal(JournalEvent.LAPSED, DutyCode.UNIT_PLAN, "BTE")).isEmpty();
        assertThat(year.stages(plan("BTE"))).containsExactly("findings");
        year.complete(plan("BTE"), "findings", AGENCY, Map.of("result", "findings", "findings", "Đã đủ"));
        assertThat(year.duty(plan("BTE")).state()).isEqualTo(Duty.State.ACCEPTED);
    }

    @Test
    @Order(5)
    @DisplayName("Given two files on their way in the place of the same one, then the second to come is one more")
    void replacedTwice() {
        year.at("2024-02-20T22:00");
        Submission first = files.handIn(pledge("VLG"), "pledge", paper("VLG"));
        byte[] other = files.signed("VLG", "2024-02-01T09:00");
        List<Upload> both = List.of(1, 2).stream()
                .map(i -> files.receiving()
                        .begin(files.id(pledge("VLG")), "pledge", "bản " + i, other.length, first.id(), officer("VLG")))
                .toList();
        Submission second = files.append(both.get(0), other, officer("VLG"));
        Submission third = files.append(both.get(1), other, officer("VLG"));
        assertThat(second.replaces()).isEqualTo(first.id());
        assertThat(third.replaces()).isNull();
        assertThat(files.now(first).state()).isEqualTo(Submission.State.REPLACED);
        assertThat(List.of(files.now(second), files.now(third))).allMatch(Submission::current);
        assertThat(year.journal(JournalEvent.RECEIVED, DutyCode.PLEDGE, "VLG").stream()
                        .filter(e -> first.receipt().equals(e.detail().get("replaces"))))
                .hasSize(1);
    }

    @Test
    @Order(6)
    @DisplayName(
            "Given a last byte a microsecond before the deadline, ended after the cut-off, then it counts; one at the instant is late")
    void theLastByte() {
        year.at("2024-02-20T23:00");
        Submission first = files.handIn(pledge("CTO"), "pledge", paper("CTO"));
        Submission second = files.handIn(pledge("CTO"), "pledge", files.signed("CTO", "2024-02-01T09:00"), first.id());
        assertThat(files.now(first).state()).isEqualTo(Submission.State.REPLACED);
        files.submissions().withdraw(second.id(), officer("CTO"), "Chưa có dấu");
        year.at("2024-02-20T23:59:59.999999");
        files.receivedAndNotEnded(pledge("AGG"), "pledge", paper("AGG"));
        files.receivedAndNotEnded(
                pledge("KGG"), "pledge", "no document at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        year.run("2024-02-21T00:00");

        assertThat(year.duty(pledge("AGG")).outcome()).isNull();
        assertThat(year.duty(pledge("AGG")).state()).isEqualTo(Duty.State.DELIVERED);
        assertThat(year.receipts(pledge("AGG")))
                .singleElement()
                .satisfies(
                        receipt -> assertThat(receipt.receivedAt()).isEqualTo(instant("2024-02-20T23:59:59.999999")));
        assertThat(files.of(pledge("AGG"))).isEmpty();
        assertThat(year.duty(pledge("KGG")).outcome()).as("not known yet").isNull();
        assertThat(year.duty(pledge("CTO")).outcome())
                .as("a version that was replaced by one taken back does not stand")
                .isEqualTo(Outcome.LATE);

        Submission late = files.handIn(pledge("BTE"), "pledge", paper("BTE"));
        assertThat(late.inTime()).isFalse();
        assertThat(year.duty(pledge("BTE")).outcome()).isEqualTo(Outcome.LATE);
        year.at("2024-02-21T00:30");
        context.getBean(UploadEnding.class).endLeftOver();
        assertThat(files.of(pledge("AGG"))).singleElement().satisfies(file -> {
            assertThat(file.inTime()).isTrue();
            assertThat(file.counts()).isTrue();
            assertThat(file.receivedAt()).isEqualTo(instant("2024-02-20T23:59:59.999999"));
        });
        assertThat(files.of(pledge("KGG"))).isEmpty();
        assertThat(year.duty(pledge("KGG")).outcome())
                .as("what had come may not stand")
                .isEqualTo(Outcome.LATE);
        assertThat(year.journal(JournalEvent.LAPSED, DutyCode.PLEDGE, "KGG")).hasSize(1);
        year.complete(pledge("BTE"), "submit", officer("BTE"));
        assertThat(year.journal(JournalEvent.DELIVERED_LATE, DutyCode.PLEDGE, "BTE"))
                .hasSize(1);
    }
}
