package vn.thidua.cycle.documents;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyService;
import vn.thidua.duty.Seats;
import vn.thidua.year.Json;

/** Forms begun and not handed in, kept for all colleagues of a unit. A draft is no receipt (rules.md, "Deadlines"). */
@Component
public class Drafts {
    /** In characters of JSON; the longest form holds a tenth of it. */
    private static final int LONGEST = 200_000;

    private final JdbcClient jdbc;
    private final Json json;
    private final DutyRepository duties;
    private final DutyService service;

    Drafts(JdbcClient jdbc, Json json, DutyRepository duties, DutyService service) {
        this.jdbc = jdbc;
        this.json = json;
        this.duties = duties;
        this.service = service;
    }

    public record Draft(Map<String, Object> answers, String by, Instant at) {}

    public Optional<Draft> find(long dutyId) {
        return jdbc.sql("SELECT answers, by_whom, at FROM hand_in_draft WHERE duty_id = ?")
                .param(dutyId)
                .query((rs, n) -> new Draft(
                        json.read(rs.getString("answers"), new TypeReference<>() {}),
                        rs.getString("by_whom"),
                        rs.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The last one who saves is kept; nothing is judged yet. */
    @Transactional
    public Draft save(long dutyId, Map<String, Object> answers, String by) {
        Duty duty = duties.find(dutyId).orElseThrow(() -> new DutyRefused("Việc này không còn trong năm thi đua."));
        service.requireSeat(duty.key(), Seats.Stage.SUBMIT, by);
        String text = json.write(answers);
        if (text.length() > LONGEST) {
            throw new DutyRefused("Bản nháp quá dài nên không lưu được. Rút gọn nội dung các ô.");
        }
        if (duty.state() != Duty.State.OPEN) {
            throw new DutyRefused("Việc này đã nộp hoặc đã khép lại nên không lưu nháp nữa. Tải lại trang để xem.");
        }
        jdbc.sql("""
                        INSERT INTO hand_in_draft (duty_id, answers, by_whom) VALUES (?, ?::jsonb, ?)
                        ON CONFLICT (duty_id) DO UPDATE SET answers = excluded.answers, by_whom = excluded.by_whom, at = thidua_now()""").params(dutyId, text, by).update();
        return find(dutyId).orElseThrow();
    }

    public void forget(long dutyId) {
        jdbc.sql("DELETE FROM hand_in_draft WHERE duty_id = ?").param(dutyId).update();
    }
}
