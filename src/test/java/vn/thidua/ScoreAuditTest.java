package vn.thidua;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.YearFixture.officer;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import vn.thidua.journal.seal.Sealer;
import vn.thidua.scoring.result.Corrections;
import vn.thidua.scoring.result.Corrections.Correction;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.result.Results;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.SheetStore;

/**
 * {@code audit} on a year with a provisional result, a frozen one and one corrected by a ruling; each test is an administrator of the
 * database with all rights, and what was changed stands again after it.
 */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoreAuditTest {
    private static final List<String> TABLES =
            List.of("score_entry", "score_result", "score_result_seal", "criteria_table");
    private static final String LINE = "2.1";

    @Autowired
    ApplicationContext context;

    @Autowired
    SheetStore store;

    @Autowired
    Results results;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private YearFixture year;
    private Entry corrected;

    @BeforeAll
    void frozenAndCorrected() {
        year = new YearFixture(context).start("doi-chieu-diem", "2024-11-14T07:00");
        year.run(YearFixture.USUAL, "2024-11-25T17:00");
        context.getBean(Corrections.class)
                .correct(
                        year.yearId(),
                        List.of(new Correction(
                                "AGG", LINE, other(agreed("AGG", LINE).figure()))),
                        "Khiếu nại được chấp nhận",
                        officer("KGG"),
                        "KGG");
        corrected = agreed("AGG", LINE);
        context.getBean(Sealer.class).sealAll();
        TABLES.forEach(
                table -> tamper("CREATE TABLE kept_" + table + " AS SELECT * FROM " + table + " WHERE " + ofYear()));
    }

    @AfterAll
    void end() {
        TABLES.forEach(table -> tamper("DROP TABLE kept_" + table));
        year.end();
    }

    @BeforeEach
    void configure() {
        Environment environment = context.getEnvironment();
        System.setProperty("spring.datasource.url", environment.getRequiredProperty("spring.datasource.url"));
        System.setProperty("spring.datasource.username", "postgres");
        out.reset();
    }

    @AfterEach
    void asItWas() {
        System.clearProperty("spring.datasource.url");
        System.clearProperty("spring.datasource.username");
        TABLES.forEach(table -> tamper(
                "DELETE FROM " + table + " WHERE " + ofYear(),
                "INSERT INTO " + table + " SELECT * FROM kept_" + table));
    }

    private String ofYear() {
        return "year_id = '" + year.yearId() + "'";
    }

    private Entry agreed(String unit, String line) {
        return store.find(year.yearId(), unit)
                .orElseThrow()
                .entry(line, Column.AGREED)
                .orElseThrow();
    }

    private static Figure other(Figure figure) {
        return Figure.points(figure.equals(Figure.points("1")) ? "0.5" : "1");
    }

    /** Without the triggers, whatever the statements say. */
    private void tamper(String... statements) {
        try (Connection connection = context.getBean(DataSource.class).getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("SET session_replication_role = replica");
            try {
                for (String statement : statements) {
                    sql.execute(statement);
                }
            } finally {
                sql.execute("SET session_replication_role = DEFAULT");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int audit() {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Calls(new Streams(print, print)).run("audit", "--cluster-year", year.yearId());
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Result result(int number) {
        return results.all(year.yearId()).get(number - 1);
    }

    @Test
    @DisplayName("Given nothing was changed, then every result's hash is computed anew and right, whatever followed it")
    void right() {
        assertThat(audit()).as(said()).isEqualTo(ExitCode.OK);
        assertThat(said())
                .contains("nhật ký toàn vẹn")
                .contains("Kết quả tạm thời số 1: mã băm " + result(1).hash() + " đúng.")
                .contains("Kết quả chốt số 2: mã băm " + result(2).hash() + " đúng.")
                .contains("Kết quả chốt số 3: mã băm " + result(3).hash() + " đúng.")
                .doesNotContain("KHÔNG");
        assertThat(result(3).hash()).isNotEqualTo(result(2).hash());
    }

    @Test
    @DisplayName(
            "Given an agreed figure is changed, then unit, line, frozen value, present value and what follows are named")
    void changedFigure() {
        Entry entry = agreed("BTE", LINE);
        tamper("UPDATE score_entry SET points = 0.25, by_whom = 'ke.gian' WHERE id = " + entry.id());

        assertThat(audit()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(said())
                .contains("nhật ký toàn vẹn")
                .contains("Mục điểm số " + entry.id() + " (đơn vị BTE, dòng 2.1, cột «Thống nhất») đã bị sửa")
                .contains("Kết quả chốt số 2, đơn vị BTE, dòng 2.1: kết quả ghi "
                        + vn.thidua.scoring.sheet.Sheets.words(entry.figure())
                        + ", các mục điểm nay cho 0,25 (mục " + entry.id() + ", do ke.gian ghi lúc ")
                .contains("Kết quả chốt số 3, đơn vị BTE, tổng điểm: kết quả ghi ")
                .doesNotContain("Kết quả chốt số 2: mã băm")
                .doesNotContain("đơn vị CTO, dòng");
    }

    @Test
    @DisplayName(
            "Given a figure that no result shows is changed, a self-score or one that was replaced, then the entry is named")
    void changedUnderneath() {
        Entry self = store.find(year.yearId(), "CTO")
                .orElseThrow()
                .entry("3.1", Column.SELF)
                .orElseThrow();
        long replaced = Objects.requireNonNull(corrected.replaces());
        tamper("UPDATE score_entry SET points = points + 0.25 WHERE id IN (" + self.id() + ", " + replaced + ")");

        assertThat(audit()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(said())
                .contains("Mục điểm số " + self.id() + " (đơn vị CTO, dòng 3.1, cột «Tự chấm») đã bị sửa")
                .contains("Mục điểm số " + replaced + " (đơn vị AGG, dòng 2.1, cột «Thống nhất») đã bị sửa")
                .contains("Kết quả chốt số 2, đơn vị AGG, dòng 2.1")
                .doesNotContain("Kết quả chốt số 3, đơn vị AGG, dòng 2.1");
    }

    @Test
    @DisplayName("Given an entry is deleted, then it is named, and what now stands in its place")
    void deleted() {
        tamper("DELETE FROM score_entry WHERE id = " + corrected.id());

        assertThat(audit()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(said())
                .contains("Mục điểm số " + corrected.id() + " (đơn vị AGG, dòng 2.1, cột «Thống nhất») đã bị xóa.")
                .contains("Kết quả chốt số 3, đơn vị AGG, dòng 2.1: kết quả ghi "
                        + vn.thidua.scoring.sheet.Sheets.words(corrected.figure())
                        + ", các mục điểm nay cho ")
                .contains("Kết quả chốt số 2: mã băm " + result(2).hash() + " đúng.");
    }

    @Test
    @DisplayName("Given an entry is slipped in, as of before the freeze or after it without a ruling, then it is named")
    void inserted() {
        Entry entry = agreed("CTO", LINE);
        String columns = "year_id, unit, line, col, version, points, reason, by_whom, party, at, act, replaces";
        tamper(
                "INSERT INTO score_entry (id, " + columns + ") SELECT -id, "
                        + columns.replace("points", "0.75").replace("replaces", "id") + " FROM score_entry WHERE id = "
                        + agreed("BTE", LINE).id(),
                "INSERT INTO score_entry (" + columns + ") SELECT "
                        + columns.replace("points", "0.5").replace("replaces", "id") + " FROM score_entry WHERE id = "
                        + entry.id());
        long after = agreed("CTO", LINE).id();

        assertThat(audit()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(said())
                .contains("(đơn vị BTE, dòng 2.1, cột «Thống nhất»): 0,75")
                .contains("bị chèn vào sau khi lập kết quả")
                .contains("Mục điểm số " + after + " (đơn vị CTO, dòng 2.1, cột «Thống nhất»): 0,5")
                .contains("ghi sau khi chốt mà không theo quyết định nào");
    }

    @Test
    @DisplayName("Given a result's content and hash are changed together, then the journal's hash and the rows name it")
    void changedResult() {
        Result frozen = result(2);
        ResultContent content = ResultContent.read(frozen.content());
        String unit = content.units().get(0).unit();
        String changed = frozen.content()
                .replaceFirst("\"rank\":1,\"unit\":\"" + unit + "\"", "\"rank\":9,\"unit\":\"" + unit + "\"");
        assertThat(changed).isNotEqualTo(frozen.content());
        tamper("UPDATE score_result SET content = '" + changed + "', hash = '" + ResultContent.hash(changed)
                + "' WHERE " + ofYear() + " AND number = 2");

        assertThat(audit()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(said())
                .contains("Kết quả chốt số 2 khác nhật ký ở: mã băm (nhật ký ghi " + frozen.hash())
                .contains("Kết quả chốt số 2, đơn vị " + unit
                        + ", thứ hạng: kết quả ghi 9, tính lại từ các mục điểm là 1.")
                .contains("Kết quả chốt số 3: mã băm " + result(3).hash() + " đúng.");

        out.reset();
        tamper("UPDATE score_result SET hash = '" + frozen.hash() + "' WHERE " + ofYear() + " AND number = 2");
        assertThat(audit()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(said()).contains("Kết quả chốt số 2: mã băm tính lại từ nội dung là " + ResultContent.hash(changed));
    }

    @Test
    @DisplayName("Given a result is deleted, made up, or robbed of its list of entries, then it is named")
    void results() {
        tamper(
                "DELETE FROM score_result WHERE " + ofYear() + " AND number = 1",
                "DELETE FROM score_result_seal WHERE " + ofYear() + " AND number = 2",
                "INSERT INTO score_result (year_id, number, kind, content, hash, stand, reason, by_whom)"
                        + " SELECT year_id, 4, kind, content, hash, stand, reason, by_whom FROM score_result WHERE "
                        + ofYear() + " AND number = 2");

        assertThat(audit()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(said())
                .contains("Kết quả tạm thời số 1 có trong nhật ký nhưng đã bị xóa")
                .contains("Kết quả chốt số 2: danh sách mục điểm làm căn cứ đã bị thay đổi hoặc bị xóa")
                .contains("Kết quả chốt số 4 không có trong nhật ký");
    }

    @Test
    @DisplayName("Given who froze, why or how far is changed beside a result, then it says which")
    void changedBeside() {
        tamper("UPDATE score_result SET stand = stand + 1, by_whom = 'ke.gian', reason = 'Không rõ' WHERE " + ofYear()
                + " AND number = 3");

        assertThat(audit()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(said())
                .contains("Kết quả chốt số 3 khác nhật ký ở: số mục điểm cuối cùng được tính, người chốt, lý do.")
                .contains("Kết quả chốt số 2: mã băm " + result(2).hash() + " đúng.");
    }

    @Test
    @DisplayName(
            "Given a band of the issued table is changed, or the table is deleted, then the table and the bands are named")
    void changedTable() {
        tamper(
                "UPDATE criteria_table SET content = jsonb_set(jsonb_set(content, '{bands,0,from}', '1000'), '{bands,1,from}', '999') WHERE "
                        + ofYear() + " AND issued_at IS NOT NULL");

        assertThat(audit()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(said())
                .contains("Bảng tiêu chí phiên bản 1: nội dung nay khác nội dung đã ban hành")
                .contains("xếp loại: kết quả ghi ")
                .doesNotContain(" đúng.");

        out.reset();
        tamper("DELETE FROM criteria_table WHERE " + ofYear());
        assertThat(audit()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(said()).contains("Bảng tiêu chí phiên bản 1 đã ban hành theo nhật ký nhưng không còn");

        out.reset();
        tamper("INSERT INTO criteria_table (year_id, version, state, source, content, by_whom, issued_by, issued_at)"
                + " SELECT year_id, 9, 'CLOSED', source, content, by_whom, issued_by, issued_at FROM kept_criteria_table"
                + " WHERE version = 1");
        assertThat(audit()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(said()).contains("Bảng tiêu chí phiên bản 9 được ghi là đã ban hành nhưng nhật ký không có");
    }
}
