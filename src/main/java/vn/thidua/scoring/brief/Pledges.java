package vn.thidua.scoring.brief;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyService;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.NoSeat;
import vn.thidua.duty.Receipt;
import vn.thidua.duty.Seats;
import vn.thidua.plan.DutyCode;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.FigureCheck;
import vn.thidua.year.Milestones;
import vn.thidua.year.YearStore;

/** The targets that units pledged and what came of them; the officer who pledged enters it, until the conference begins (S3-01). */
@Service
public class Pledges {
    private static final int TARGETS = 5;
    private static final int LONGEST_REMARK = 500;

    private final JdbcClient jdbc;
    private final DutyRepository duties;
    private final DutyService service;
    private final YearStore years;
    private final Milestones milestones;
    private final TimeSource time;

    Pledges(
            JdbcClient jdbc,
            DutyRepository duties,
            DutyService service,
            YearStore years,
            Milestones milestones,
            TimeSource time) {
        this.jdbc = jdbc;
        this.duties = duties;
        this.service = service;
        this.years = years;
        this.milestones = milestones;
        this.time = time;
    }

    /** Empty where the unit has pledged nothing. */
    public Optional<Pledge> of(String yearId, String unit) {
        return duties.find(DutyKey.of(yearId, DutyType.PLEDGE, unit))
                .flatMap(duties::current)
                .map(receipt -> pledge(receipt, outcomes(yearId, unit)));
    }

    public boolean mayReport(String person, String yearId, String unit) {
        Instant conference = milestones.get(yearId, DutyCode.CONFERENCE).at();
        return years.get(yearId).running()
                && (conference == null || time.now().isBefore(conference))
                && service.holdsSeat(DutyKey.of(yearId, DutyType.PLEDGE, unit), Seats.Stage.SUBMIT, person);
    }

    /**
     * Enters what came of a target.
     *
     * @param base the outcome that the person has seen; null where there was none
     * @param value a figure as people write it; empty takes back what stood
     * @throws NoSeat where it is not the person's to say
     * @throws Overtaken where a colleague was faster
     * @throws FigureCheck.Refused where it is no figure
     */
    @Transactional
    public Pledge.Outcome report(
            String person,
            String yearId,
            String unit,
            int target,
            @Nullable Long base,
            @Nullable String value,
            @Nullable String remark) {
        if (!mayReport(person, yearId, unit)) {
            throw new NoSeat(
                    "Chỉ chuyên viên thi đua của đơn vị ghi được kết quả chỉ tiêu giao ước, đến khi hội nghị tổng kết bắt đầu.");
        }
        Pledge pledge = of(yearId, unit).orElseThrow(() -> new DutyRefused("Đơn vị chưa nộp giao ước thi đua."));
        if (pledge.targets().stream().noneMatch(t -> t.number() == target)) {
            throw new DutyRefused("Giao ước không có chỉ tiêu số " + target + ". Tải lại trang.");
        }
        String said = BriefTexts.clean(remark, "remark", LONGEST_REMARK);
        return jdbc.sql("""
                        INSERT INTO pledge_result (year_id, unit, target, value, remark, by_whom, replaces)
                        SELECT :year, :unit, :target, :value::numeric, :remark, :by, :base::bigint
                        WHERE :base::bigint IS NULL OR EXISTS (SELECT 1 FROM pledge_result o WHERE o.id = :base::bigint
                            AND o.year_id = :year AND o.unit = :unit AND o.target = :target)
                        ON CONFLICT DO NOTHING RETURNING *""")
                .param("year", yearId)
                .param("unit", unit)
                .param("target", target)
                .param("value", figure(value))
                .param("remark", said)
                .param("by", person)
                .param("base", base)
                .query(Pledges::outcome)
                .optional()
                .orElseThrow(Overtaken::new);
    }

    private static @Nullable BigDecimal figure(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String plain = text.strip().replace(',', '.');
        if (!plain.matches("-?\\d{1,10}(\\.\\d{1,4})?")) {
            throw new FigureCheck.Refused("value", "«" + text.strip() + "» không phải một con số; viết ví dụ 98,5.");
        }
        return new BigDecimal(plain);
    }

    private Map<Integer, Pledge.Outcome> outcomes(String yearId, String unit) {
        Map<Integer, Pledge.Outcome> outcomes = new HashMap<>();
        jdbc.sql("""
                        SELECT * FROM pledge_result r WHERE year_id = ? AND unit = ?
                        AND NOT EXISTS (SELECT 1 FROM pledge_result n WHERE n.replaces = r.id)""").params(yearId, unit).query(rs -> {
            outcomes.put(rs.getInt("target"), outcome(rs, 0));
        });
        return outcomes;
    }

    private static Pledge pledge(Receipt receipt, Map<Integer, Pledge.Outcome> outcomes) {
        Map<String, Object> answers = receipt.answers();
        List<Pledge.Target> targets = new ArrayList<>();
        for (int n = 1; n <= TARGETS; n++) {
            String name = text(answers, "target" + n + "Name");
            if (!name.isEmpty()) {
                String value = text(answers, "target" + n + "Value");
                targets.add(new Pledge.Target(
                        n,
                        name,
                        value.isEmpty() ? "" : Decimals.shown(new BigDecimal(value)),
                        text(answers, "target" + n + "Unit"),
                        outcomes.get(n)));
            }
        }
        return new Pledge(
                receipt.number(),
                receipt.receivedAt(),
                receipt.inTime(),
                text(answers, "signerName"),
                day(text(answers, "signedDate")),
                targets);
    }

    private static String day(String date) {
        try {
            return date.isEmpty() ? "" : Vietnam.date(LocalDate.parse(date));
        } catch (DateTimeParseException e) {
            return date;
        }
    }

    private static String text(Map<String, Object> answers, String key) {
        Object value = answers.get(key);
        return value == null ? "" : value.toString().strip();
    }

    private static Pledge.Outcome outcome(ResultSet rs, int n) throws SQLException {
        return new Pledge.Outcome(
                rs.getLong("id"),
                rs.getBigDecimal("value"),
                Objects.requireNonNull(rs.getString("remark")),
                Objects.requireNonNull(rs.getString("by_whom")),
                rs.getObject("at", OffsetDateTime.class).toInstant());
    }
}
