package vn.thidua.cycle.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.PlanReader;

class JournalWordsTest {

    private static DutyView.JournalLine line(JournalEvent event, Map<String, Object> detail) throws IOException {
        JournalEntry entry = new JournalEntry(
                1,
                "tay-nam-bo-2024",
                Instant.parse("2024-11-15T17:00:03Z"),
                event,
                "self-score",
                "AGG",
                "agg.chuyenvien",
                detail);
        return JournalWords.line(
                PlanReader.read(Files.readString(Path.of("plans/tay-nam-bo-2024.yaml")))
                        .validPlan(),
                entry);
    }

    @Test
    @DisplayName("Given a file whose content may not come in, then nobody reads that it was late")
    void refused() throws IOException {
        Map<String, Object> content = Map.of("file", "js.pdf", "slot", "1.1", "reason", "Tệp có mã lệnh.");
        Map<String, Object> late = Map.of("file", "a.pdf", "slot", "1.1", "deadline", "2024-11-15T17:00:00Z");
        assertThat(line(JournalEvent.REFUSED, content).what()).isEqualTo("Không nhận tệp");
        assertThat(line(JournalEvent.REFUSED, late).what()).isEqualTo("Không nhận tệp vì đã hết hạn");
        assertThat(line(JournalEvent.REFUSED, Map.of("reason", "Muộn", "deadline", "2024-11-15T17:00:00Z"))
                        .what())
                .isEqualTo("Không nhận bản nộp vì đã hết hạn");
    }

    @Test
    @DisplayName("Given a file written down after its screening, then the line says when it was received")
    void received() throws IOException {
        assertThat(line(
                                JournalEvent.RECEIVED,
                                Map.of("receivedAt", "2024-11-15T16:59:59.999Z", "inTime", true, "replaces", "BN-1"))
                        .detail())
                .contains("nhận lúc: 23:59:59 ngày 15/11/2024", "tính là: trong thời hạn", "thay cho biên nhận: BN-1");
    }

    @Test
    @DisplayName("Given a file, a whole paper, an answer taken back, then each line says which")
    void withdrawn() throws IOException {
        assertThat(line(JournalEvent.WITHDRAWN, Map.of("file", "a.pdf")).what()).isEqualTo("Đơn vị rút lại tệp");
        assertThat(line(JournalEvent.WITHDRAWN, Map.of("declined", false)).what())
                .isEqualTo("Đơn vị bỏ trả lời «không bổ sung»");
        assertThat(line(JournalEvent.WITHDRAWN, Map.of("receipt", "BN-1")).what())
                .isEqualTo("Đơn vị rút lại bản nộp");
    }

    @Test
    @DisplayName("S1-08: Given requests for figures, then each line says in words what became of which")
    void figures() throws IOException {
        Map<String, Object> detail = Map.of("request", "YC-12", "supplier", "Sở Tài chính", "lines", List.of("2.2"));
        assertThat(line(JournalEvent.DATA_ASKED, detail).detail())
                .isEqualTo("yêu cầu: YC-12; nơi cung cấp: Sở Tài chính; tiêu chí: 2.2");
        assertThat(Stream.of(JournalEvent.values())
                        .filter(event -> event.name().startsWith("DATA_"))
                        .map(event -> what(event, detail)))
                .hasSize(5)
                .doesNotHaveDuplicates()
                .allSatisfy(what -> assertThat(what).contains("số liệu"));
    }

    private static String what(JournalEvent event, Map<String, Object> detail) {
        try {
            return line(event, detail).what();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
