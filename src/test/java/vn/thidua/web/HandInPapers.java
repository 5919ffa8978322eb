package vn.thidua.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.thidua.calendar.Vietnam;
import vn.thidua.evidence.sample.SampleAuthorities;
import vn.thidua.evidence.sample.SamplePapers;

/** The papers that people hand in by the browser, and the authority that signs them; its anchors lie where the test's server looks. */
final class HandInPapers implements AutoCloseable {
    private static final Path ANCHORS = Path.of("target", "test-anchors");
    private static final Instant NOW = Instant.parse("2024-11-28T00:00:00Z");

    private final Path folder;
    private final SampleAuthorities authorities = authorities();
    private final List<Path> anchors = new ArrayList<>();

    /** @param folder where the papers lie, as on the disk of who hands them in */
    HandInPapers(Path folder) throws IOException {
        this.folder = folder;
        Path made = Files.createDirectories(folder.resolve("anchors"));
        authorities.writeAnchors(made, NOW);
        Files.createDirectories(ANCHORS);
        try (Stream<Path> all = Files.list(made)) {
            for (Path one : all.toList()) {
                Path there = ANCHORS.resolve("trinh-duyet-" + one.getFileName());
                anchors.add(Files.copy(one, there, StandardCopyOption.REPLACE_EXISTING));
            }
        }
    }

    private static SampleAuthorities authorities() {
        return new SampleAuthorities(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** Signed for an office on a day, with a time stamp, by somebody whom the server trusts. */
    Path signed(String name, String office, String number, LocalDate day) throws IOException {
        return signed(authorities, name, office, number, day);
    }

    /** The same by an authority that nobody knows here. */
    Path signedByAStranger(String name, String office, String number, LocalDate day) throws IOException {
        return signed(authorities(), name, office, number, day);
    }

    private Path signed(SampleAuthorities by, String name, String office, String number, LocalDate day)
            throws IOException {
        byte[] paper = paper(office, number, day);
        return write(name, by.sign(paper, by.person("Nguyễn Văn An", office), Vietnam.at(day.atTime(9, 30)), true));
    }

    Path unsigned(String name) throws IOException {
        return write(name, paper("Sở Nội vụ tỉnh Ví Dụ", "7/BC-SNV", LocalDate.of(2024, 11, 8)));
    }

    /** One scanned page whose picture is noise, so that nothing makes it smaller. */
    Path scanned(String name, int width, int height) throws IOException {
        byte[] noise = new byte[width * height];
        new Random(50).nextBytes(noise);
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDImageXObject picture = new PDImageXObject(
                    document, new ByteArrayInputStream(noise), null, width, height, 8, PDDeviceGray.INSTANCE);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(picture, 40, 40, 500, 760);
            }
            document.save(folder.resolve(name).toFile());
        }
        return folder.resolve(name);
    }

    Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] paper(String office, String number, LocalDate day) {
        return new SamplePapers.Paper(
                        number,
                        "Ví Dụ",
                        day,
                        "Ủy ban nhân dân tỉnh Ví Dụ",
                        office,
                        "Báo cáo",
                        "Kết quả công tác thi đua năm 2024",
                        List.of("Đơn vị báo cáo kết quả công tác năm 2024 như sau. Văn bản số " + number + "."),
                        "Giám đốc",
                        "Nguyễn Văn An")
                .pdf();
    }

    @Override
    public void close() throws IOException {
        for (Path anchor : anchors) {
            Files.deleteIfExists(anchor);
        }
    }
}
