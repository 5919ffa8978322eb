package vn.thidua.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MailTemplatesTest {

    private static final MailProperties PROPERTIES = MailFixture.properties();
    private static final MailRenderer RENDERER = new MailRenderer(PROPERTIES);

    /** Left there to be looked at. */
    private static final Path DIRECTORY = Path.of("target/mail-samples");

    private static int id;

    static List<MailModel> samples() {
        return SampleMails.all();
    }

    @BeforeAll
    static void startCounting() {
        id = 0;
    }

    @Test
    void everyTemplateHasItsRecordAndItsSample() throws Exception {
        List<String> files;
        try (Stream<Path> found = Files.list(Path.of("src/main/resources/mail"))) {
            files = found.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".txt") && !f.equals("layout.txt"))
                    .map(f -> f.substring(0, f.length() - 4))
                    .toList();
        }

        assertThat(MailModel.all().keySet()).containsExactlyInAnyOrderElementsOf(files);
        assertThat(SampleMails.all().stream().map(MailModel::template).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(files);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void saysWhatIsDueWhomToAskAndWhere(MailModel model) {
        MailRenderer.Rendered mail = RENDERER.render(model.template(), "Trần Văn Đức", model.toModel());

        assertThat(mail.subject()).isNotBlank().doesNotContain("[(", "${", "null");
        assertThat(mail.text())
                .startsWith("Kính gửi: " + salutation(model) + ",\n")
                .contains("Trân trọng.")
                .doesNotContain("[(", "[#", "${", "null", "\n\n\n", "..")
                .contains((String) model.toModel().get("contact"));
        assertThat(model.toModel().containsKey("link"))
                .as("whoever has an account is told where")
                .isEqualTo(!(model instanceof ToOrganisation));
        Stream.of("link", "yearName", "boundary", "consequence", "unitName", "reason", "dutyTitle")
                .filter(model.toModel()::containsKey)
                .forEach(field -> assertThat(mail.text()).as(field).contains((String)
                        model.toModel().get(field)));
        assertThat(mail.html().contains("<a href=\"http://localhost:8080/"))
                .isEqualTo(model.toModel().containsKey("link"));
        assertThat(mail.html()).contains("lang=\"vi\"");
    }

    /** An office is no Ông or Bà. */
    private static String salutation(MailModel model) {
        return model instanceof ToOrganisation ? "Trần Văn Đức" : "Ông/Bà Trần Văn Đức";
    }

    @ParameterizedTest
    @MethodSource("samples")
    void canBeReadAsAFile(MailModel model) throws Exception {
        MailRenderer.Rendered mail = RENDERER.render(model.template(), "Trần Văn Đức", model.toModel());
        QueuedMail queued = new QueuedMail(
                ++id,
                "key/" + id,
                "<" + id + "@localhost>",
                "tay-nam-bo-2024",
                "duc@dongthap.example",
                mail.toName(),
                model.template(),
                mail.subject(),
                mail.text(),
                mail.html(),
                List.of(),
                null,
                null,
                1);
        DirectoryTransport transport = new DirectoryTransport(DIRECTORY);

        transport.send(
                queued,
                new MimeMessages(PROPERTIES)
                        .message(queued, Instant.parse("2024-11-20T02:00:00Z"), transport.encoding()));

        Path file =
                DIRECTORY.resolve("20241120-090000-%06d-%s-duc-dongthap-example.eml".formatted(id, model.template()));
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage read = new MimeMessage(null, in);
            assertThat(read.getSubject()).isEqualTo(mail.subject());
            assertThat(read.getMessageID()).isEqualTo("<" + id + "@localhost>");
            assertThat(read.getHeader("Date", null)).isEqualTo("Wed, 20 Nov 2024 09:00:00 +0700");
            assertThat(read.getFrom()[0].toString()).contains("thi-dua@localhost");
            MimeMultipart parts = (MimeMultipart) read.getContent();
            assertThat(parts.getBodyPart(0).getContent()).isEqualTo(mail.text().replace("\n", "\r\n"));
            assertThat((String) parts.getBodyPart(1).getContent()).contains("Hệ thống Thi đua");
        }
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).contains("Kính gửi: " + salutation(model) + ",");
    }
}
