package vn.thidua.scoring.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.thidua.paper.LibreOffice;
import vn.thidua.scoring.GeneratedScores;
import vn.thidua.scoring.sheet.Figure;

/** Another program opens the workbooks, computes them anew and comes to our figures. */
@EnabledIf("vn.thidua.paper.LibreOffice#isThere")
class WorkbooksLibreOfficeTest {
    private final GeneratedScores scores =
            GeneratedScores.of(GeneratedScores.sample().criteria(), 11);

    private static OpenedWorkbook recalculated(OpenedWorkbook book, String name) {
        return OpenedWorkbook.of(LibreOffice.convert(book.withoutValues(name), "xlsx"));
    }

    @Test
    @DisplayName("The comparison: totals, ranks, bands of 13 units, before and after a figure is changed in it")
    void comparison() {
        byte[] bytes = Comparisons.workbook(scores);
        assertThat(recalculated(OpenedWorkbook.of(bytes), "so-sanh")
                        .comparison(Comparisons.names(scores), Comparisons.groups(scores)))
                .containsExactlyInAnyOrderEntriesOf(Comparisons.expected(scores));

        OpenedWorkbook changed = OpenedWorkbook.of(bytes);
        String unit = scores.result().units().get(10).unit();
        int column = changed.column(
                "Chi tiết", scores.plan().unit(unit).orElseThrow().name());
        changed.row("Chi tiết", 0, "3.1").getCell(column).setCellValue(0.5);
        scores.agree(unit, "3.1", Figure.points("0.5"));
        assertThat(recalculated(changed, "so-sanh-sua")
                        .comparison(Comparisons.names(scores), Comparisons.groups(scores)))
                .containsExactlyInAnyOrderEntriesOf(Comparisons.expected(scores));
    }

    @Test
    @DisplayName("A unit's sheet: totals of every column; a text that looks like a formula stays a text")
    void sheet() {
        for (String unit : List.of("AGG", GeneratedScores.EMPTY)) {
            OpenedWorkbook book = recalculated(
                    OpenedWorkbook.of(SheetWorkbookTest.workbook(scores, unit, SheetWorkbookTest.ALL)), unit);
            SheetWorkbookTest.assertTotals(scores, unit, book);
            var reason = book.sheet("Lịch sử").getRow(4).getCell(7);
            assertThat(reason.getCellType()).isEqualTo(CellType.STRING);
            assertThat(reason.getStringCellValue()).isEqualTo(SheetWorkbookTest.HOSTILE);
        }
    }

    @Test
    @DisplayName("Printed: A4 across, headings on every page, pages numbered, a decimal comma")
    void printed() throws IOException {
        Path screens = Files.createDirectories(Path.of("target", "screenshots"));
        for (byte[] bytes : List.of(
                Comparisons.workbook(scores), SheetWorkbookTest.workbook(scores, "AGG", SheetWorkbookTest.ALL))) {
            OpenedWorkbook book = OpenedWorkbook.of(bytes);
            String name = book.poi.getSheetAt(0).getSheetName().equals("So sánh") ? "so-sanh" : "bang-diem";
            Path pdf = LibreOffice.convert(book.save(name), "pdf");
            Files.copy(pdf, screens.resolve(name + ".pdf"), StandardCopyOption.REPLACE_EXISTING);
            try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
                assertThat(document.getNumberOfPages()).isBetween(3, 14);
                document.getPages()
                        .forEach(page -> assertThat(page.getMediaBox().getWidth())
                                .isGreaterThan(page.getMediaBox().getHeight()));
                int headed = 0;
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    String text = text(document, page);
                    assertThat(text).as(name).contains("Trang" + page + "/" + document.getNumberOfPages());
                    headed += text.contains("Nidung") ? 1 : 0;
                }
                assertThat(headed)
                        .as(name + ": pages with the table's headings")
                        .isGreaterThanOrEqualTo(2);
                assertThat(text(document, 1)).containsPattern("\\d,\\d\\d");
            }
        }
    }

    /** Letters of ASCII alone: marks of Vietnamese letters and spaces come out of such a file anywhere. */
    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("[^\\x21-\\x7e]+", "");
    }
}
