package vn.thidua.scoring.criteria.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CriteriaWorkbookTest {
    @Test
    @DisplayName("Given the sample's table, when it is written and read again, then it is the same table")
    void roundTrip() throws Exception {
        byte[] file = Workbooks.file();
        Files.createDirectories(Path.of("target/workbooks"));
        Files.write(Path.of("target/workbooks/bang-tieu-chi.xlsx"), file);

        CriteriaReading reading = CriteriaWorkbook.read(file);

        assertThat(reading.mistakes()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.criteria()).isEqualTo(Workbooks.sample());
    }
}
