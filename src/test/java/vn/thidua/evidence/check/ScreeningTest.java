package vn.thidua.evidence.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.evidence.FileType;
import vn.thidua.evidence.Screening;
import vn.thidua.paper.PlainPdf;

/** What receiving refuses, and that it refuses nothing else. */
@Timeout(60)
class ScreeningTest {
    private static final byte[] OLD = join(
            new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1},
            new byte[600]);

    static Stream<Arguments> refused() {
        return Stream.of(
                of("nothing", () -> new byte[0], "0 byte", "nộp lại"),
                of("text", () -> bytes("hello"), "Không nhận ra loại tệp", "Chỉ nhận PDF"),
                of("a PDF in name only", () -> bytes("%PDF-1.7\nnonsense\n%%EOF"), "không đọc được", "xuất lại PDF"),
                of("a PDF cut off", () -> Arrays.copyOf(HostileFiles.PAPER, 3000), "cắt cụt", "xuất lại PDF"),
                of("encrypted", () -> HostileFiles.encrypted("secret"), "mật khẩu", "không có mật khẩu"),
                of("script", HostileFiles::script, "JavaScript", "mã lệnh"),
                of("launch", HostileFiles::launch, "mở chương trình", "xuất lại"),
                of("XFA", HostileFiles::dynamicForm, "XFA", "biểu mẫu động"),
                of("program by name", () -> HostileFiles.program("a.exe", "x"), "chương trình chạy được", ""),
                of("program by content", () -> HostileFiles.program("a.txt", "MZ\u0090"), "chương trình", ""),
                of("two documents", HostileFiles::secondDocument, "tài liệu PDF thứ hai", ""),
                of("PDF and another format", HostileFiles::prefixed, "Trước phần đầu", ""),
                of("PDF and ZIP", HostileFiles::zipAppended, "tệp nén", ""),
                of(
                        "picture and PDF, header near",
                        () -> join(picture("png", 3), HostileFiles.PAPER),
                        "Trước phần đầu",
                        ""),
                of(
                        "picture and PDF, header far",
                        () -> join(picture("jpg", 300), HostileFiles.PAPER),
                        "vừa là ảnh vừa chứa tài liệu PDF",
                        "lưu lại ảnh"),
                of(
                        "picture and ZIP",
                        () -> join(picture("png", 300), OfficeFiles.word().bytes()),
                        "vừa là ảnh vừa là tệp nén",
                        ""),
                of("Word and PDF", () -> join(OfficeFiles.word().bytes(), HostileFiles.PAPER), "", ""),
                of("bomb in a PDF", () -> HostileFiles.bomb(100), "bung ra quá lớn", ""),
                of("bomb in a bomb", HostileFiles::bombInBomb, "bung ra quá lớn", ""),
                of("loop", HostileFiles::pageTreeLoop, "vòng quanh", ""),
                of("bomb in Word", () -> OfficeFiles.bomb(100), "Word hoặc Excel bung ra quá lớn", "xuất ra PDF"),
                of("many parts", () -> OfficeFiles.manyParts(10_001), "", ""),
                of("archives in archives", () -> OfficeFiles.nested(4), "tệp nén", ""),
                of(
                        "an archive that is no document",
                        () -> OfficeFiles.word()
                                .with("word/media/a.zip", OfficeFiles.excel().bytes())
                                .bytes(),
                        "có tệp nén",
                        ""),
                of("lengths that lie", OfficeFiles::lyingLength, "hỏng", ""),
                of("data used twice", OfficeFiles::overlapping, "khác thường", ""),
                of(
                        "macros",
                        () -> OfficeFiles.word()
                                .with("word/vbaProject.bin", "x")
                                .bytes(),
                        "macro",
                        "không có macro"),
                of(
                        "macros under another name",
                        () -> OfficeFiles.word()
                                .with("[Content_Types].xml", "application/vnd.ms-office.vbaProject")
                                .bytes(),
                        "macro",
                        ""),
                of(
                        "ActiveX",
                        () -> OfficeFiles.word()
                                .with("word/activeX/activeX1.xml", "<x/>")
                                .bytes(),
                        "ActiveX",
                        ""),
                of(
                        "any file as an object",
                        () -> OfficeFiles.word()
                                .with(
                                        "word/embeddings/oleObject1.bin",
                                        "\u0001Ole10Native".getBytes(StandardCharsets.UTF_16LE))
                                .bytes(),
                        "đính kèm chương trình",
                        ""),
                of(
                        "a program as a picture",
                        () -> OfficeFiles.excel()
                                .with("xl/media/image1.png", "MZ\u0090")
                                .bytes(),
                        "đính kèm chương trình",
                        ""),
                of(
                        "entities",
                        () -> OfficeFiles.word()
                                .with("word/styles.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]>")
                                .bytes(),
                        "XML",
                        ""),
                of(
                        "a path in a part's name",
                        () -> OfficeFiles.word().with("../evil.xml", "x").bytes(),
                        "khác thường",
                        ""),
                of("Word of old", () -> OLD, "đời cũ", ".docx"),
                of(
                        "Word with a password",
                        () -> join(OLD, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE)),
                        "mật khẩu",
                        "bỏ mật khẩu"),
                of("an archive", () -> bytes("PK\u0003\u0004 and so on"), "Tệp nén", "giải nén"),
                of("picture without its end", () -> cut(picture("jpg", 300)), "cắt cụt", ""),
                of("picture without its header", () -> Arrays.copyOf(picture("png", 300), 20), "hỏng", ""),
                of("TIFF without anything", () -> bytes("II*\0abcdefgh"), "hỏng", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesAndSaysWhyAndWhatToDo(String name, Supplier<byte[]> file, String why, String what) throws Exception {
        Screening screening = screen(file.get());

        assertThat(screening.accepted()).isFalse();
        assertThat(screening.refusals()).hasSizeGreaterThan(1);
        assertThat(String.join("\n", screening.refusals())).contains(why);
        assertThat(screening.refusals().get(screening.refusals().size() - 1))
                .contains(what)
                .contains("ãy ");
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                of("signed", () -> HostileFiles.SIGNED, FileType.PDF),
                of("our own", () -> PlainPdf.titled("Biên nhận").bytes(), FileType.PDF),
                of(
                        "speaks of web pages",
                        () -> HostileFiles.page("Trang <html> va <script> cua Cong", ""),
                        FileType.PDF),
                of(
                        "links to a web page",
                        () -> HostileFiles.linking("<</S/URI/URI(https://chinhphu.example/)>>"),
                        FileType.PDF),
                of(
                        "links to a file beside it",
                        () -> HostileFiles.linking("<</S/GoToR/F(phu-luc.pdf)/D[0/Fit]>>"),
                        FileType.PDF),
                of("opens at its second page", () -> HostileFiles.opening("[3 0 R/Fit]"), FileType.PDF),
                of(
                        "carries a table",
                        () -> HostileFiles.program("a.xlsx", OfficeFiles.excel().text()),
                        FileType.PDF),
                of("protected without password", () -> HostileFiles.encrypted(""), FileType.PDF),
                of("changed after signing: judged, not refused", HostileFiles::formFilled, FileType.PDF),
                of("JPEG", () -> picture("jpg", 300), FileType.JPEG),
                of("JPEG with a camera's trailer", () -> join(picture("jpg", 300), new byte[50]), FileType.JPEG),
                of("PNG", () -> picture("png", 300), FileType.PNG),
                of("TIFF", () -> picture("tiff", 300), FileType.TIFF),
                of("Word", () -> OfficeFiles.word().bytes(), FileType.WORD),
                of("Word, stored", () -> OfficeFiles.word().stored().bytes(), FileType.WORD),
                of("Excel", () -> OfficeFiles.excel().bytes(), FileType.EXCEL),
                of("Word with a table inside", () -> OfficeFiles.nested(1), FileType.WORD));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void takesWhatIsHonest(String name, Supplier<byte[]> file, FileType type) throws Exception {
        assertThat(screen(file.get())).isEqualTo(new Screening(type, java.util.List.of()));
    }

    @Test
    void whatDoesNotEndInTimeIsNoRefusal() throws Exception {
        Limits hasty = new Limits(Duration.ofNanos(1), 1 << 26, 1 << 29, 1 << 30, 500_000, 64, 200);

        // So much of it that no thread is through before anybody looks.
        byte[] script = HostileFiles.script();
        byte[] large = Arrays.copyOf(script, script.length + 30_000_000);
        Arrays.fill(large, script.length, large.length, (byte) '\n');

        assertThat(new EvidenceCheck(hasty, 1).screen(large).accepted()).isTrue();
    }

    @Test
    void waitsForItsTurnWithoutLimitAndReadsOnlyThen() throws Exception {
        Limits quick = new Limits(Duration.ofMillis(200), 1 << 26, 1 << 29, 1 << 30, 500_000, 64, 200);
        EvidenceCheck check = new EvidenceCheck(quick, 1);
        var inside = new java.util.concurrent.CountDownLatch(1);
        var go = new java.util.concurrent.CountDownLatch(1);
        Thread slow = new Thread(() -> {
            try {
                check.screen(() -> {
                    inside.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    return HostileFiles.PAPER;
                });
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        slow.start();
        inside.await();
        var read = new java.util.concurrent.atomic.AtomicBoolean();
        var second = java.util.concurrent.CompletableFuture.supplyAsync(() -> {
            try {
                return check.screen(() -> {
                    read.set(true);
                    return HostileFiles.script();
                });
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        Thread.sleep(400);
        assertThat(read).isFalse();
        go.countDown();

        assertThat(second.get().accepted()).isFalse();
        slow.join();
    }

    @Test
    void aSourceThatFailsGivesItsPlaceBack() throws Exception {
        EvidenceCheck check = new EvidenceCheck(Limits.USUAL, 1);

        assertThatThrownBy(() -> check.screen(() -> {
                    throw new IOException("gone");
                }))
                .hasMessage("gone");
        assertThat(check.screen(HostileFiles.PAPER).accepted()).isTrue();
    }

    private static Arguments of(String name, Supplier<byte[]> file, Object... more) {
        Object[] all = Stream.concat(Stream.of(name, file), Stream.of(more)).toArray();
        return arguments(all);
    }

    private static Screening screen(byte[] file) throws InterruptedException {
        return new EvidenceCheck(Limits.USUAL, 1).screen(file);
    }

    private static byte[] picture(String format, int size) {
        try {
            BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < size * size; i++) {
                image.setRGB(i % size, i / size, i * 7919);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(ImageIO.write(image, format, out)).isTrue();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] cut(byte[] file) {
        return Arrays.copyOf(file, file.length - 10);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
