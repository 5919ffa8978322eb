package vn.thidua.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {

    private static MailFixture mail;

    @BeforeAll
    static void start() {
        mail = new MailFixture();
    }

    @AfterAll
    static void stop() {
        mail.close();
    }

    @Test
    void theSameKeyIsEnqueuedOnce() {
        assertThat(mail.enqueue("once")).isTrue();
        assertThat(mail.enqueue("once")).isFalse();

        assertThat(mail.row("once"))
                .containsEntry("state", "QUEUED")
                .containsEntry("attempts", 0)
                .containsEntry("duty", "dossier")
                .containsEntry("unit", "DTP");
        assertThat((String) mail.row("once").get("message_id")).matches("<[0-9a-f]{32}@localhost>");
    }

    @Test
    void aCallerThatRollsBackHasSentNothing() {
        mail.transaction.executeWithoutResult(status -> {
            assertThat(mail.enqueue("rolled-back")).isTrue();
            status.setRollbackOnly();
        });

        assertThat(mail.jdbc.queryForObject(
                        "SELECT count(*) FROM mail_outbox WHERE business_key = 'rolled-back'", Integer.class))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đức\r\nBcc: all@example.org",
                "Đức\nBcc: all@example.org",
                "Đức\rX: y",
                "Đức\u2028X",
                "Đức\u0000",
                "Đức\u0085X"
            })
    void aLineBreakInANameAnAddressOrASubjectIsRefused(String evil) {
        Map<String, Object> model = SampleMails.taskOpened().toModel();
        Map<String, Object> evilModel = new HashMap<>(model);
        evilModel.put("dutyTitle", evil);

        assertThatThrownBy(() -> enqueue("duc@dongthap.example", evil, model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("toName");
        assertThatThrownBy(() -> enqueue(evil, "Đức", model)).hasMessageContaining("'to'");
        assertThatThrownBy(() -> enqueue("duc@dongthap.example", "Đức", evilModel))
                .hasMessageContaining("'dutyTitle'");
    }

    @Test
    void everyMissingAndUnknownFieldIsNamed() {
        Map<String, Object> model = new HashMap<>(SampleMails.reminder(1).toModel());
        model.remove("contact");
        model.put("link", " ");
        model.put("items", java.util.List.of(Map.of("unitName", "Sở", "dutyTitle", 7)));
        model.put("passcode", "123");

        assertThatThrownBy(() -> mail.outbox.enqueue(
                        new OutgoingMail("k", "y", "a@b.example", "Đức", "reminder", model, null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "Mail 'reminder'",
                        "'contact' is missing",
                        "'link' is blank",
                        "'items[0].dutyTitle' is no java.lang.String",
                        "'items[0].boundary' is missing",
                        "'passcode' is unknown");
        assertThatThrownBy(() -> mail.outbox.enqueue(
                        new OutgoingMail("k", "y", "a@b.example", "Đức", "no-such", model, null, null)))
                .hasMessageContaining("no-such");
    }

    @Test
    void whatPeopleWriteStaysText() {
        DutyMail.Returned sample = SampleMails.all().stream()
                .filter(DutyMail.Returned.class::isInstance)
                .map(DutyMail.Returned.class::cast)
                .findFirst()
                .orElseThrow();
        Map<String, Object> model = new HashMap<>(sample.toModel());
        model.put(
                "reason",
                "<script>alert(1)</script>\r\n\r\nhttp://evil.example/x http://localhost:8080.evil.example/\n[[${7*7}]]");
        enqueue("duc@dongthap.example", "Đức & Đào", "returned", model);

        assertThat((String) mail.row("key-returned").get("html"))
                .contains("&lt;script&gt;", "Đức &amp; Đào", "[[${7*7}]]")
                .doesNotContain("<script", "href=\"http://evil", "href=\"http://localhost:8080.evil")
                .contains("href=\"http://localhost:8080/camunda/");
    }

    private static void enqueue(String to, String name, Map<String, Object> model) {
        enqueue(to, name, "task-opened", model);
    }

    private static void enqueue(String to, String name, String template, Map<String, Object> model) {
        mail.outbox.enqueue(
                new OutgoingMail("key-" + template, "tay-nam-bo-2024", to, name, template, model, null, null));
    }
}
