package vn.thidua.year;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.calendar.Boundary;
import vn.thidua.calendar.Vietnam;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.Milestone;
import vn.thidua.plan.Opening;
import vn.thidua.plan.Plan;

/** The dates of a running year: copied from its plan at the start, then moved only by {@code DeadlineMoves} and by meetings that end. */
@Repository
public class Milestones {
    private final JdbcClient jdbc;

    public Milestones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public MilestoneDates get(String yearId, DutyCode code) {
        return jdbc.sql("SELECT * FROM milestone WHERE year_id = ? AND code = ?")
                .params(yearId, code.code())
                .query(Milestones::row)
                .optional()
                .orElseThrow(() -> new IllegalStateException(yearId + " has no milestone " + code.code()));
    }

    public Map<DutyCode, MilestoneDates> all(String yearId) {
        Map<DutyCode, MilestoneDates> dates = new EnumMap<>(DutyCode.class);
        jdbc.sql("SELECT * FROM milestone WHERE year_id = ?")
                .param(yearId)
                .query(Milestones::row)
                .list()
                .forEach(m -> dates.put(m.code(), m));
        return dates;
    }

    public void create(String yearId, Plan plan) {
        plan.milestones().values().forEach(m -> {
            Boundary b = m.deadline() != null ? m.deadline() : null;
            jdbc.sql("""
                            INSERT INTO milestone (year_id, code, opens_at, deadline_kind, deadline_date, deadline_time, limit_at, at, planned_end)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            yearId,
                            m.code().code(),
                            time(opening(plan, m)),
                            b == null ? null : b.kind().name(),
                            b == null ? null : b.date(),
                            b == null ? null : b.time(),
                            time(b == null ? null : b.limit()),
                            time(instant(m.at())),
                            time(instant(m.plannedEnd())))
                    .update();
        });
    }

    /** Writes the dates of one milestone anew; what opens after it is for {@link #reopen}. */
    public void move(String yearId, Milestone m, boolean again) {
        Boundary b = m.deadline();
        jdbc.sql("""
                        UPDATE milestone SET deadline_kind = ?, deadline_date = ?, deadline_time = ?, limit_at = ?, at = ?, planned_end = ?,
                        ended_at = CASE WHEN ? THEN NULL ELSE ended_at END, holding = holding + CASE WHEN ? THEN 1 ELSE 0 END
                        WHERE year_id = ? AND code = ?""")
                .params(
                        b == null ? null : b.kind().name(),
                        b == null ? null : b.date(),
                        b == null ? null : b.time(),
                        time(b == null ? null : b.limit()),
                        time(instant(m.at())),
                        time(instant(m.plannedEnd())),
                        again,
                        again,
                        yearId,
                        m.code().code())
                .update();
    }

    /** The chair closed the meeting, or its planned end came; returns false where it had ended before. */
    public boolean ended(String yearId, DutyCode code, Instant when) {
        return jdbc.sql("UPDATE milestone SET ended_at = ? WHERE year_id = ? AND code = ? AND ended_at IS NULL")
                        .params(time(when), yearId, code.code())
                        .update()
                == 1;
    }

    /** Recomputes when each milestone opens, from the dates now in force. Only openings still ahead of {@code now} change. */
    public List<DutyCode> reopen(String yearId, Plan plan, Instant now) {
        Map<DutyCode, MilestoneDates> dates = all(yearId);
        List<DutyCode> changed = new ArrayList<>();
        plan.milestones().values().forEach(m -> {
            Opening opening = m.opens();
            MilestoneDates current = dates.get(m.code());
            if (opening == null || opening.after() == null || current == null) {
                return;
            }
            Instant opens = after(m.code(), dates.get(opening.after()));
            boolean ahead = current.opens() == null || current.opens().isAfter(now);
            if (opens != null && ahead && !opens.equals(current.opens())) {
                jdbc.sql("UPDATE milestone SET opens_at = ? WHERE year_id = ? AND code = ?")
                        .params(time(opens), yearId, m.code().code())
                        .update();
                changed.add(m.code());
            }
        });
        return changed;
    }

    private static @Nullable Instant opening(Plan plan, Milestone m) {
        Opening opening = m.opens();
        if (opening == null) {
            return null;
        }
        if (opening.after() == null) {
            return instant(opening.at());
        }
        Milestone before = plan.milestone(opening.after());
        return after(
                m.code(),
                new MilestoneDates(
                        before.code(),
                        opening(plan, before),
                        before.deadline(),
                        instant(before.at()),
                        instant(before.plannedEnd()),
                        null,
                        1));
    }

    /** "After" an event means its end; dossiers, confirmations and appraisals come into being one by one while the other is open. */
    private static @Nullable Instant after(DutyCode code, @Nullable MilestoneDates before) {
        if (before == null) {
            return null;
        }
        if (before.end() != null) {
            return before.end();
        }
        return switch (code) {
            case DOSSIER, CONFIRMATION, APPRAISAL -> before.opens();
            default -> before.limit();
        };
    }

    private static MilestoneDates row(ResultSet rs, int n) throws SQLException {
        String kind = rs.getString("deadline_kind");
        Boundary boundary = kind == null
                ? null
                : new Boundary(
                        Boundary.Kind.valueOf(kind),
                        rs.getObject("deadline_date", LocalDate.class),
                        rs.getObject("deadline_time", LocalTime.class));
        return new MilestoneDates(
                DutyCode.of(rs.getString("code")),
                read(rs, "opens_at"),
                boundary,
                read(rs, "at"),
                read(rs, "planned_end"),
                read(rs, "ended_at"),
                rs.getInt("holding"));
    }

    private static @Nullable Instant read(ResultSet rs, String column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime local) {
        return local == null ? null : Vietnam.at(local);
    }
}
