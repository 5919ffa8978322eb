package vn.thidua;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.thidua.calendar.Vietnam;
import vn.thidua.evidence.FileFacts;
import vn.thidua.evidence.Judgement;
import vn.thidua.evidence.Verdict;

/** A verdict as JSON: keys always in the same order, instants in Vietnamese time with their offset. */
final class VerdictJson {
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(new InVietnam())
                    .addSerializer(LocalDate.class, ToStringSerializer.instance))
            .build()
            .writerWithDefaultPrettyPrinter();

    private record Answer(Verdict verdict, FileFacts facts, List<String> notExamined, List<String> reasons) {}

    private VerdictJson() {}

    static String write(Judgement judgement, FileFacts facts, List<String> notExamined) {
        try {
            return WRITER.writeValueAsString(new Answer(judgement.verdict(), facts, notExamined, judgement.reasons()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class InVietnam extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        InVietnam() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value.atZone(Vietnam.ZONE)));
        }
    }
}
