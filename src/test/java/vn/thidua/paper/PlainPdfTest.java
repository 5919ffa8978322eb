package vn.thidua.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PlainPdfTest {
    /** Every letter of the Vietnamese alphabet with every tone, small and large. */
    private static final String LETTERS =
            "aáàảãạ ăắằẳẵặ âấầẩẫậ bcdđ eéèẻẽẹ êếềểễệ ghiíìỉĩị klmn oóòỏõọ ôốồổỗộ ơớờởỡợ pqrst"
                    + " uúùủũụ ưứừửữự vx yýỳỷỹỵ";

    private static final String HASH = "3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d92c1830b7cd7a8c1a2f3d4".repeat(2);

    @Test
    void everyLetterComesBack() throws IOException {
        byte[] pdf = PlainPdf.titled("Giấy biên nhận tệp minh chứng")
                .paragraph(LETTERS)
                .paragraph(LETTERS.toUpperCase(java.util.Locale.ROOT))
                .line("Đơn vị", "Sở Nội vụ tỉnh Ví Dụ «A» – “B” … 50 %")
                .bytes();

        assertThat(text(pdf).replaceAll("\\s+", " "))
                .contains("Giấy biên nhận tệp minh chứng")
                .contains(LETTERS)
                .contains(LETTERS.toUpperCase(java.util.Locale.ROOT))
                .contains("Đơn vị: Sở Nội vụ tỉnh Ví Dụ «A» – “B” … 50 %")
                .contains("Trang 1/1");
    }

    @Test
    void decomposedAndUnknownLettersDoNotStopIt() throws IOException {
        byte[] pdf = PlainPdf.titled("t")
                .paragraph("e\u0302\u0301 va\u0300 \ud83d\ude00\u0007 het\u200b\tdong")
                .bytes();

        assertThat(text(pdf)).contains("ế và ? het dong");
    }

    @Test
    void longWordsAndTextsAreBrokenWithinTheMargins() throws IOException {
        PlainPdf paper = PlainPdf.titled("Biên nhận").line("SHA-256", HASH);
        for (int i = 0; i < 60; i++) {
            paper.line("Dòng " + i, "Một đoạn văn dài hơn một dòng để phải xuống dòng ở giữa chừng, số " + i);
        }
        byte[] pdf = paper.bytes();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            PDFTextStripper right = new PDFTextStripper() {
                @Override
                protected void processTextPosition(org.apache.pdfbox.text.TextPosition position) {
                    assertThat(position.getXDirAdj() + position.getWidthDirAdj())
                            .isLessThanOrEqualTo(Sheets.LEFT + Sheets.WIDTH + 0.5f);
                    super.processTextPosition(position);
                }
            };
            String all = right.getText(document);
            assertThat(all.replaceAll("\\s+", "")).contains(HASH).contains("Dòng59:");
            assertThat(all).contains("Trang 1/" + document.getNumberOfPages());
        }
    }

    @Test
    void theSameContentIsTheSameFileWithItsEntriesAndFont() throws IOException {
        PlainPdf paper = PlainPdf.titled("Biên nhận")
                .info(Map.of("ThiDuaReceipt", "số=12"))
                .heading("A")
                .note("b");
        byte[] pdf = paper.bytes();

        assertThat(paper.bytes()).isEqualTo(pdf);
        assertThat(pdf).hasSizeLessThan(60_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Biên nhận");
            assertThat(document.getDocumentInformation().getCustomMetadataValue("ThiDuaReceipt"))
                    .isEqualTo("số=12");
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+LiberationSerif.*");
            }
        }
    }

    @Test
    void itCanBeDrawn() throws IOException {
        byte[] pdf = PlainPdf.titled("Giấy biên nhận")
                .heading("Nội dung")
                .paragraph(LETTERS)
                .line("SHA-256", HASH)
                .line("Tên tệp", "Báo cáo kết quả công tác năm 2024.pdf")
                .note("Giấy này do hệ thống lập.")
                .bytes();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 72);
            long dark = 0;
            for (int x = 0; x < picture.getWidth(); x++) {
                for (int y = 0; y < picture.getHeight(); y++) {
                    dark += (picture.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
                }
            }
            assertThat(dark).isBetween(500L, 60_000L);
            String folder = System.getProperty("thidua.pictures");
            if (folder != null) {
                javax.imageio.ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(0, 96),
                        "png",
                        new java.io.File(folder, "plain.png"));
            }
        }
    }

    @Test
    void tablesGoOnOverPagesUnderTheirHeadings() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            rows.add(List.of("Dòng " + i, "Nội dung số " + i, "9,75"));
        }
        rows.add(List.of("Dài", "Một lý do rất dài. ".repeat(300), "0,5"));
        byte[] pdf = PlainPdf.titled("Bảng")
                .table(
                        List.of(
                                PlainPdf.Column.text("Mã", 1),
                                PlainPdf.Column.text("Nội dung", 4),
                                PlainPdf.Column.number("Điểm", 1)),
                        rows)
                .note("Hết bảng")
                .bytes();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(4, 6);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(stripper.getText(document)).startsWith("Mã").contains("Nội dung");
        }
        String text = text(pdf).replaceAll("\\s+", " ");
        assertThat(text).contains("Dòng 0 ", "Dòng 89 ", "Hết bảng");
        assertThat(text.split("Một lý do rất dài", -1)).hasSize(301);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }
}
