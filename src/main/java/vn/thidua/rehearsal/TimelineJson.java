package vn.thidua.rehearsal;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thidua.calendar.Vietnam;
import vn.thidua.journal.JournalEntry;

/** {@code timeline.json}: the journal as it stands, one object for each entry, in order. */
final class TimelineJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");

    private TimelineJson() {}

    static void write(Path file, List<JournalEntry> journal) throws IOException {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        lines.indentObjectsWith(new DefaultPrettyPrinter.NopIndenter());
        JSON.writer(lines)
                .writeValue(
                        file.toFile(), journal.stream().map(TimelineJson::event).toList());
    }

    static Map<String, Object> event(JournalEntry entry) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("at", AT.format(entry.at().atZone(Vietnam.ZONE)));
        event.put("event", entry.event().name());
        event.put("duty", entry.duty());
        event.put("unit", entry.unit());
        event.put("by", entry.by());
        event.put("detail", entry.detail());
        return event;
    }
}
