package vn.thidua.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.thidua.journal.JournalEvent;

class MailSenderTest {

    @RegisterExtension
    static final GreenMailExtension SMTP =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private MailFixture mail;

    @BeforeEach
    void start() {
        mail = new MailFixture();
    }

    @AfterEach
    void stop() {
        mail.close();
    }

    private static MailTransport greenMail() {
        return new SmtpTransport(ScriptedSmtp.sender(SMTP.getSmtp().getPort()));
    }

    @Test
    void vietnameseArrivesAsWrittenAndIsJournalled() throws Exception {
        mail.enqueue("k");

        assertThat(mail.sender(greenMail()).sendDue()).isEqualTo(1);

        MimeMessage received = SMTP.getReceivedMessages()[0];
        assertThat(received.getSubject())
                .isEqualTo(
                        "Nhiệm vụ mới: Hồ sơ đề nghị tặng Bằng khen của Bộ, hạn trước 00:00 ngày 27/11/2024 (thứ Tư)");
        assertThat(received.getAllRecipients()[0].toString()).contains("duc@dongthap.example");
        assertThat(received.getMessageID()).isEqualTo(mail.row("k").get("message_id"));
        MimeMultipart parts = (MimeMultipart) received.getContent();
        assertThat((String) parts.getBodyPart(0).getContent())
                .contains("Kính gửi: Ông/Bà Trần Văn Đức,", "đơn vị được hiểu là không đề nghị khen thưởng");
        assertThat((String) parts.getBodyPart(1).getContent())
                .contains("<strong>Thời hạn:</strong> trước 00:00 ngày 27/11/2024 (thứ Tư)");
        assertThat(mail.row("k")).containsEntry("state", "SENT").containsEntry("attempts", 1);
        assertThat(mail.journal.read("tay-nam-bo-2024")).singleElement().satisfies(entry -> {
            assertThat(entry.event()).isEqualTo(JournalEvent.MAIL_SENT);
            assertThat(entry.duty()).isEqualTo("dossier");
            assertThat(entry.unit()).isEqualTo("DTP");
            assertThat(entry.detail())
                    .containsEntry("template", "task-opened")
                    .containsEntry("to", "duc@dongthap.example")
                    .containsEntry("businessKey", "k")
                    .containsKey("subject");
        });
    }

    @Test
    void filesArriveByteForByteBehindTheText() throws Exception {
        String receipt = "BIÊN NHẬN TỆP\n\nTên tệp: Báo cáo.pdf\r\n" + "{\"v\":1}".repeat(200) + "\n";
        mail.outbox.enqueue(SampleMails.taskOpened()
                .to("duc@dongthap.example", "Trần Văn Đức", "k", "tay-nam-bo-2024", "dossier", "DTP")
                .with(List.of(
                        new MailAttachment("bien-nhan-BN-2024-000001.txt", receipt),
                        new MailAttachment("bien-nhan-BN-2024-000002.txt", "x"))));

        assertThat(mail.sender(greenMail()).sendDue()).isEqualTo(1);

        MimeMultipart parts = (MimeMultipart) SMTP.getReceivedMessages()[0].getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        MimeMultipart body = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat((String) body.getBodyPart(0).getContent()).contains("Kính gửi: Ông/Bà Trần Văn Đức,");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("bien-nhan-BN-2024-000001.txt");
        assertThat(parts.getBodyPart(1).getDisposition()).isEqualTo("attachment");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
                .isEqualTo(receipt.getBytes(StandardCharsets.UTF_8));
        assertThat(parts.getBodyPart(2).getFileName()).isEqualTo("bien-nhan-BN-2024-000002.txt");
    }

    @Test
    void nothingIsSentInsideATransactionOrTwice() {
        mail.enqueue("k");
        MailSenderJob sender = mail.sender(greenMail());

        mail.transaction.executeWithoutResult(
                status -> assertThatThrownBy(sender::sendDue).isInstanceOf(IllegalStateException.class));
        assertThat(SMTP.getReceivedMessages()).isEmpty();

        assertThat(sender.sendDue()).isEqualTo(1);
        assertThat(sender.sendDue()).isZero();
        assertThat(SMTP.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a4xxBacksOffEachTimeLonger() throws Exception {
        try (ScriptedSmtp moody = new ScriptedSmtp()) {
            MailSenderJob sender = mail.sender(moody.transport());
            mail.enqueue("rcpt", "reply-450@dongthap.example");
            mail.enqueue("data", "data-452@dongthap.example");
            mail.enqueue("fine");
            int[] minutes = {1, 5, 15, 60, 60};
            int elapsed = 0;
            for (int i = 0; i < minutes.length; i++) {
                assertThat(sender.sendDue()).isEqualTo(i == 0 ? 1 : 0);
                for (String key : List.of("rcpt", "data")) {
                    assertThat(mail.row(key)).containsEntry("state", "QUEUED").containsEntry("attempts", i + 1);
                    assertThat((String) mail.row(key).get("last_error")).contains("mood");
                    assertThat(mail.wait(key)).isBetween(minutes[i] * 60 - 20, minutes[i] * 60);
                }
                elapsed += minutes[i] * 60 + 1;
                mail.laterBy(elapsed + " seconds");
            }
            assertThat(moody.taken).hasValue(1);
            assertThat(mail.failed.list("tay-nam-bo-2024")).isEmpty();
        }
    }

    @Test
    void a5xxGoesToTheClerksListAndCanBeLetGoAgain() throws Exception {
        try (ScriptedSmtp moody = new ScriptedSmtp()) {
            mail.enqueue("rcpt", "reply-550@dongthap.example");
            mail.enqueue("data", "data-554@dongthap.example");
            mail.enqueue("bad", "không phải địa chỉ");
            mail.enqueue("fine");

            assertThat(mail.sender(moody.transport()).sendDue()).isEqualTo(1);

            List<FailedMails.FailedMail> failed = mail.failed.list("tay-nam-bo-2024");
            assertThat(failed)
                    .extracting(FailedMails.FailedMail::to)
                    .containsExactly("reply-550@dongthap.example", "data-554@dongthap.example", "không phải địa chỉ");
            assertThat(failed.get(0).lastError()).contains("550");
            assertThat(failed.get(1).lastError()).contains("554");
            assertThat(mail.failed.list("other-2024")).isEmpty();

            assertThat(mail.failed.retry("other-2024", failed.get(0).id())).isFalse();
            assertThat(mail.failed.retry("tay-nam-bo-2024", failed.get(0).id())).isTrue();
            assertThat(mail.failed.retry("tay-nam-bo-2024", failed.get(0).id())).isFalse();
            assertThat(mail.sender(greenMail()).sendDue()).isEqualTo(1);
            assertThat(mail.row("rcpt")).containsEntry("state", "SENT");
        }
    }

    @Test
    void aServerThatIsAwayIsTriedOncePerRound() throws Exception {
        ScriptedSmtp away = new ScriptedSmtp();
        MailTransport nobody = away.transport();
        away.close();
        mail.enqueue("a");
        mail.enqueue("b");

        assertThat(mail.sender(nobody).sendDue()).isZero();

        assertThat(mail.row("a")).containsEntry("state", "QUEUED").containsEntry("attempts", 1);
        assertThat(mail.wait("a")).isBetween(40, 60);
        assertThat(mail.row("b")).containsEntry("state", "QUEUED").containsEntry("attempts", 0);
        assertThat(mail.sender(greenMail()).sendDue()).isEqualTo(1);
        mail.laterBy("61 seconds");
        assertThat(mail.sender(greenMail()).sendDue()).isEqualTo(1);
    }

    @Test
    void aCrashBetweenSendingAndSentSendsASecondCopyUnderTheSameMessageId() throws Exception {
        mail.enqueue("k");
        MailSenderJob crashing = mail.sender(greenMail(), sent -> {
            throw new AssertionError("crash");
        });
        assertThatThrownBy(crashing::sendDue).hasMessage("crash");
        assertThat(mail.row("k")).containsEntry("state", "SENDING");

        MailSenderJob restarted = mail.sender(greenMail());
        assertThat(restarted.sendDue()).isZero();
        mail.laterBy("9 minutes 50 seconds");
        assertThat(restarted.sendDue()).isZero();
        mail.laterBy("10 minutes 1 second");
        assertThat(restarted.sendDue()).isEqualTo(1);

        MimeMessage[] copies = SMTP.getReceivedMessages();
        assertThat(copies).hasSize(2);
        assertThat(copies[0].getMessageID()).isEqualTo(copies[1].getMessageID());
        assertThat(mail.row("k")).containsEntry("state", "SENT").containsEntry("attempts", 2);
        assertThat(mail.journal.read("tay-nam-bo-2024")).hasSize(1);
    }

    @Test
    void theMarkSendingIsCommittedBeforeTheDataGoesOut() {
        mail.enqueue("k");
        List<Object> seen = new ArrayList<>();

        mail.sender((queued, message) -> seen.add(mail.row("k").get("state"))).sendDue();

        assertThat(seen).containsExactly("SENDING");
    }

    @Test
    void aSenderThatLostItsClaimChangesNothing() {
        mail.enqueue("k");
        MailSenderJob slow = mail.sender((queued, message) -> {
            mail.laterBy("11 minutes");
            assertThat(mail.sender(greenMail()).sendDue()).isEqualTo(1);
        });

        slow.sendDue();

        assertThat(mail.row("k")).containsEntry("state", "SENT").containsEntry("attempts", 2);
        assertThat(mail.journal.read("tay-nam-bo-2024")).hasSize(1);
    }

    @Test
    void sendersSideBySideSendEachMailOnce() throws Exception {
        for (int i = 0; i < 100; i++) {
            mail.enqueue("k" + i);
        }
        CyclicBarrier start = new CyclicBarrier(3);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Callable<Integer>> senders = java.util.Collections.nCopies(3, () -> {
            start.await();
            return mail.sender(greenMail()).sendDue();
        });

        int sent = 0;
        for (Future<Integer> one : threads.invokeAll(senders)) {
            sent += one.get();
        }
        threads.shutdown();

        assertThat(sent).isEqualTo(100);
        assertThat(SMTP.getReceivedMessages())
                .hasSize(100)
                .extracting(MimeMessage::getMessageID)
                .doesNotHaveDuplicates();
        assertThat(mail.journal.read("tay-nam-bo-2024")).hasSize(100);
    }

    @Test
    void theDateIsTheOneClocksAndAOneTimeLinkDoesNotStay() throws Exception {
        mail.laterBy("400 days");
        mail.outbox.enqueue(SampleMails.all()
                .get(SampleMails.all().size() - 1)
                .to("duc@dongthap.example", "Trần Văn Đức", "pw", "tay-nam-bo-2024", null, null));

        assertThat(mail.sender(greenMail()).sendDue()).isEqualTo(1);

        assertThat(SMTP.getReceivedMessages()[0].getSentDate().toInstant())
                .isAfter(java.time.Instant.now().plus(java.time.Duration.ofDays(399)));
        assertThat(mail.row("pw")).containsEntry("body", "").containsEntry("html", null);
    }
}
