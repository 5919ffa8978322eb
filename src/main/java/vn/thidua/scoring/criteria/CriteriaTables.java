package vn.thidua.scoring.criteria;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.plan.Criteria;
import vn.thidua.year.Json;
import vn.thidua.year.YearStore;

/** The versions of a year's criteria table. At most one is a draft and at most one issued; the database sees to it. */
@Repository
public class CriteriaTables {
    private final JdbcClient jdbc;
    private final Json json;
    private final YearStore years;

    CriteriaTables(JdbcClient jdbc, Json json, YearStore years) {
        this.jdbc = jdbc;
        this.json = json;
        this.years = years;
    }

    /** All versions, the first one first. */
    public List<CriteriaTable> versions(String yearId) {
        return jdbc.sql("SELECT * FROM criteria_table WHERE year_id = ? ORDER BY version")
                .param(yearId)
                .query(this::table)
                .list();
    }

    public Optional<CriteriaTable> draft(String yearId) {
        return jdbc.sql("SELECT * FROM criteria_table WHERE year_id = ? AND state = 'DRAFT'")
                .param(yearId)
                .query(this::table)
                .optional();
    }

    /** The table that figures stand under: the issued one, after the year the last that was. */
    public Optional<CriteriaTable> inForce(String yearId) {
        return jdbc.sql("""
                        SELECT * FROM criteria_table WHERE year_id = ? AND issued_at IS NOT NULL
                        ORDER BY version DESC LIMIT 1""").param(yearId).query(this::table).optional();
    }

    /** What the year is scored by, or would be if nothing were issued: the table in force, else the plan's. */
    public Criteria content(String yearId) {
        return inForce(yearId)
                .map(CriteriaTable::content)
                .orElseGet(() -> years.plan(yearId).criteria());
    }

    /** The draft; where there is none, a new one with what is in force, at first with the plan's. */
    @Transactional
    public CriteriaTable openDraft(String yearId, String by) {
        return draft(yearId).orElseGet(() -> replaceDraft(yearId, content(yearId), CriteriaTable.Source.PLAN, by));
    }

    /** A new draft; the one before stays readable as a closed version that never was issued. */
    @Transactional
    public CriteriaTable replaceDraft(String yearId, Criteria content, CriteriaTable.Source source, String by) {
        jdbc.sql("UPDATE criteria_table SET state = 'CLOSED' WHERE year_id = ? AND state = 'DRAFT'")
                .param(yearId)
                .update();
        jdbc.sql("""
                        INSERT INTO criteria_table (year_id, version, state, source, content, by_whom)
                        SELECT ?, coalesce(max(version), 0) + 1, 'DRAFT', ?, ?::jsonb, ? FROM criteria_table WHERE year_id = ?""")
                .params(yearId, source.name(), json.write(content), by, yearId)
                .update();
        return draft(yearId).orElseThrow();
    }

    /** The draft becomes the table in force; the one in force until now closes. */
    @Transactional
    public CriteriaTable issueDraft(String yearId, String by, String reason) {
        close(yearId);
        jdbc.sql("""
                        UPDATE criteria_table SET state = 'ISSUED', issued_by = ?, issued_at = thidua_now(), reason = ?
                        WHERE year_id = ? AND state = 'DRAFT'""").params(by, reason, yearId).update();
        return inForce(yearId).orElseThrow();
    }

    /** SHA-256 of a version's content as the database writes it, in lower-case hex: an issued version can be held against it later. */
    public String hash(String yearId, int version) {
        return jdbc.sql("""
                        SELECT encode(sha256(convert_to(content::text, 'UTF8')), 'hex') FROM criteria_table
                        WHERE year_id = ? AND version = ?""").params(yearId, version).query(String.class).single();
    }

    /** Nothing is scored by the issued table any more. */
    @Transactional
    public void close(String yearId) {
        jdbc.sql("UPDATE criteria_table SET state = 'CLOSED' WHERE year_id = ? AND state = 'ISSUED'")
                .param(yearId)
                .update();
    }

    private CriteriaTable table(ResultSet rs, int n) throws SQLException {
        OffsetDateTime issued = rs.getObject("issued_at", OffsetDateTime.class);
        return new CriteriaTable(
                rs.getString("year_id"),
                rs.getInt("version"),
                CriteriaTable.State.valueOf(rs.getString("state")),
                CriteriaTable.Source.valueOf(rs.getString("source")),
                json.read(rs.getString("content"), new TypeReference<Criteria>() {}),
                rs.getString("reason"),
                rs.getString("by_whom"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getString("issued_by"),
                issued == null ? null : issued.toInstant());
    }
}
