package vn.thidua.scoring.pack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyService;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.NoSeat;
import vn.thidua.duty.Seats;
import vn.thidua.scoring.sheet.FigureCheck;
import vn.thidua.year.YearStore;

/** The superiors' directions of a year, entered by those who write the conference's report; rows are only ever added. */
@Service
public class Directions {
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_SUMMARY = 2_000;

    private final JdbcClient jdbc;
    private final DutyService service;
    private final YearStore years;

    Directions(JdbcClient jdbc, DutyService service, YearStore years) {
        this.jdbc = jdbc;
        this.service = service;
        this.years = years;
    }

    /** In the order in which they were first entered, about; without those taken back. */
    public List<Direction> of(String yearId) {
        return jdbc.sql("""
                        SELECT * FROM superior_direction d WHERE year_id = ? AND summary <> ''
                        AND NOT EXISTS (SELECT 1 FROM superior_direction n WHERE n.replaces = d.id) ORDER BY day NULLS LAST, id""").param(yearId).query((rs, n) -> direction(rs)).list();
    }

    public boolean mayEnter(String person, String yearId) {
        String leader = years.plan(yearId).leader().code();
        return years.get(yearId).running()
                && service.holdsSeat(
                        DutyKey.of(yearId, DutyType.CONFERENCE_REPORT, leader), Seats.Stage.SUBMIT, person);
    }

    /**
     * Enters a direction, or puts it in place of an earlier entry.
     *
     * @param replaced the entry that it takes the place of; null for one more
     * @param day as {@code 2024-11-05}, or empty
     * @param summary what was directed; of a replaced one empty to take it back
     * @throws NoSeat where the person does not write the conference's report
     * @throws FigureCheck.Refused where a text is missing or too long
     */
    @Transactional
    public Direction enter(
            String person,
            String yearId,
            @Nullable Long replaced,
            @Nullable String issuer,
            @Nullable String number,
            @Nullable String day,
            @Nullable String summary) {
        if (!mayEnter(person, yearId)) {
            throw new NoSeat(
                    "Chỉ người được giao lập báo cáo tổng kết của Cụm trưởng ghi được ý kiến chỉ đạo của cấp trên.");
        }
        String said = clean(summary, "summary", LONGEST_SUMMARY);
        String by = clean(issuer, "issuer", LONGEST_NAME);
        if (replaced == null && said.isEmpty()) {
            throw new FigureCheck.Refused("summary", "Ghi nội dung chỉ đạo.");
        }
        if (by.isEmpty()) {
            throw new FigureCheck.Refused("issuer", "Ghi cơ quan, người chỉ đạo.");
        }
        return jdbc.sql("""
                        INSERT INTO superior_direction (year_id, issuer, number, day, summary, by_whom, replaces)
                        SELECT :year, :issuer, :number, :day::date, :summary, :by, :replaced::bigint
                        WHERE :replaced::bigint IS NULL
                            OR EXISTS (SELECT 1 FROM superior_direction o WHERE o.id = :replaced::bigint AND o.year_id = :year)
                        ON CONFLICT DO NOTHING RETURNING *""")
                .param("year", yearId)
                .param("issuer", by)
                .param("number", clean(number, "number", LONGEST_NUMBER))
                .param("day", day(day))
                .param("summary", said)
                .param("by", person)
                .param("replaced", replaced)
                .query((rs, n) -> direction(rs))
                .optional()
                .orElseThrow(
                        () -> new DutyRefused("Ý kiến chỉ đạo này vừa được người khác sửa. Tải lại trang để xem."));
    }

    private static String clean(@Nullable String text, String field, int longest) {
        String said = text == null ? "" : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (said.length() > longest || said.indexOf('\0') >= 0) {
            throw new FigureCheck.Refused(field, "Viết gọn trong " + longest + " ký tự, không có ký tự điều khiển.");
        }
        return said;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new FigureCheck.Refused("day", "«" + text + "» không phải một ngày; viết ví dụ 2024-11-05.");
        }
    }

    private static Direction direction(ResultSet rs) throws SQLException {
        return new Direction(
                rs.getLong("id"),
                Objects.requireNonNull(rs.getString("issuer")),
                Objects.requireNonNull(rs.getString("number")),
                rs.getObject("day", LocalDate.class),
                Objects.requireNonNull(rs.getString("summary")),
                Objects.requireNonNull(rs.getString("by_whom")),
                rs.getObject("at", OffsetDateTime.class).toInstant());
    }
}
