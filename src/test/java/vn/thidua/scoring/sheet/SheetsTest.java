package vn.thidua.scoring.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.YearFixture.only;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.cycle.ScoreDuties;
import vn.thidua.cycle.Scoring;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.NoSeat;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.DutyCode;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.result.Results;

/** Figures through the year: who sets which when, nothing overwritten unseen, from the self-score to the frozen result. */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SheetsTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    Sheets sheets;

    @Autowired
    SheetNotes notes;

    @Autowired
    SheetStore store;

    @Autowired
    Results results;

    YearFixture year;

    @BeforeAll
    void start() {
        year = new YearFixture(context).start("bang-diem", "2024-10-01T07:00");
        year.run("2024-10-02T09:00");
    }

    @AfterAll
    void end() {
        year.end();
    }

    private Entry set(String person, String unit, String line, Column column, @Nullable Long base, String points) {
        return sheets.write(
                person,
                year.yearId(),
                unit,
                new Sheets.Write(line, column, base, Figure.points(points), "theo hồ sơ của đơn vị"));
    }

    private Figure stands(String unit, String line, Column column) {
        return store.find(year.yearId(), unit).orElseThrow().figure(line, column);
    }

    @Test
    @Order(1)
    @DisplayName(
            "S2-11: Given nobody issued a table, when self-scoring opens, then the plan's is in force and every member has a sheet")
    void tableInForce() {
        CriteriaTable table =
                year.bean(CriteriaTables.class).inForce(year.yearId()).orElseThrow();
        assertThat(table.state()).isEqualTo(CriteriaTable.State.ISSUED);
        assertThat(table.source()).isEqualTo(CriteriaTable.Source.PLAN);
        assertThat(store.all(year.yearId())).containsOnlyKeys("AGG", "BTE", "CTO", "KGG", "VLG");
        assertThat(year.journal(JournalEvent.CRITERIA_ISSUED)).hasSize(1);
    }

    @Test
    @Order(2)
    @DisplayName(
            "Given two people on one cell, when the second has not seen the first's figure, then nothing is overwritten")
    void stale() {
        Entry first = set(officer("AGG"), "AGG", "1.1", Column.SELF, null, "1");
        StaleCell refused =
                catchThrowableOfType(StaleCell.class, () -> set(officer("AGG"), "AGG", "1.1", Column.SELF, null, "2"));
        assertThat(refused.now()).contains(first);
        assertThat(stands("AGG", "1.1", Column.SELF)).isEqualTo(Figure.points("1"));
        Entry second = set(officer("AGG"), "AGG", "1.1", Column.SELF, first.id(), "2");
        assertThat(second.replaces()).isEqualTo(first.id());
        assertThatThrownBy(() -> set(officer("AGG"), "AGG", "1.1", Column.SELF, first.id(), "0"))
                .as("replaced once, an entry is not replaced again")
                .isInstanceOf(StaleCell.class);
        assertThat(set(officer("AGG"), "AGG", "1.1", Column.SELF, second.id(), "2.00")
                        .id())
                .as("the same once more is no change")
                .isEqualTo(second.id());
    }

    @Test
    @Order(3)
    @DisplayName("Given many who set one cell at once, then exactly one does")
    void race() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String points = new BigDecimal("0.25")
                        .multiply(BigDecimal.valueOf(i % 8))
                        .toPlainString();
                all.add(() -> {
                    try {
                        set(officer("AGG"), "AGG", "1.3", Column.SELF, null, points);
                        return true;
                    } catch (StaleCell e) {
                        return false;
                    }
                });
            }
            int set = 0;
            for (Future<Boolean> one : people.invokeAll(all)) {
                set += one.get() ? 1 : 0;
            }
            assertThat(set).isEqualTo(1);
        } finally {
            people.shutdown();
        }
        assertThat(year.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM score_entry WHERE year_id = ? AND unit = 'AGG' AND line = '1.3'")
                        .param(year.yearId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Order(4)
    @DisplayName("A base from another cell is no base")
    void foreignBase() {
        long other = store.find(year.yearId(), "AGG")
                .orElseThrow()
                .entry("1.1", Column.SELF)
                .orElseThrow()
                .id();
        assertThatThrownBy(() -> set(officer("AGG"), "AGG", "1.4", Column.SELF, other, "1"))
                .isInstanceOf(StaleCell.class);
    }

    @Test
    @Order(5)
    @DisplayName("Given a paste with mistakes, then each is refused by itself and the rest is set")
    void several() {
        List<Sheets.Written> written = sheets.writeAll(
                officer("AGG"),
                year.yearId(),
                "AGG",
                List.of(
                        new Sheets.Write("2.1", Column.SELF, null, Figure.points("3"), ""),
                        new Sheets.Write("2.2", Column.SELF, null, Figure.points("2.25"), ""),
                        new Sheets.Write("9.9", Column.SELF, null, Figure.points("1"), ""),
                        new Sheets.Write("2.3", Column.LEADER, null, Figure.points("1"), ""),
                        new Sheets.Write("2.4", Column.SELF, null, Figure.points("2"), "x".repeat(2001)),
                        new Sheets.Write("2.5", Column.SELF, null, Figure.points("1"), "")));
        assertThat(written)
                .extracting(
                        w -> w.problem() == null ? "" : w.problem().getClass().getSimpleName())
                .containsExactly("", "Refused", "DutyRefused", "NoSeat", "Refused", "");
        assertThat(stands("AGG", "2.5", Column.SELF)).isEqualTo(Figure.points("1"));
        assertThat(stands("AGG", "2.2", Column.SELF).none()).isTrue();
    }

    @Test
    @Order(6)
    @DisplayName("S0-02: During self-scoring nobody but the unit sees or sets anything of its sheet")
    void others() {
        for (String person : List.of(officer("BTE"), officer("VLG"), officer("KGG"), "vtdkt.thuongtruc", "admin")) {
            assertThatThrownBy(() -> set(person, "AGG", "3.1", Column.SELF, null, "1"))
                    .as(person)
                    .isInstanceOf(NoSeat.class);
            assertThat(year.bean(SheetViews.class).of(person, year.yearId(), "AGG"))
                    .as(person)
                    .isEmpty();
        }
    }

    @Test
    @Order(7)
    @DisplayName(
            "Given a sheet that is not complete, when Complete is pressed, then it names the lines and the task stays")
    void incomplete() {
        String task = year.task(year.key(DutyType.SELF_SCORE, "AGG"), "submit").getId();
        assertThatThrownBy(() ->
                        year.submit(task, officer("AGG"), year.answers(year.key(DutyType.SELF_SCORE, "AGG"), "submit")))
                .hasStackTraceContaining("Chưa chấm điểm các dòng: 1.2");
        assertThat(year.duty(year.key(DutyType.SELF_SCORE, "AGG")).received()).isFalse();
    }

    @Test
    @Order(8)
    @DisplayName(
            "Given a new version of the table, then figures are carried over line by line and what falls away is named")
    void carriedOver() {
        CriteriaTables tables = year.bean(CriteriaTables.class);
        Criteria before = tables.content(year.yearId());
        Criteria changed = new Criteria(
                before.reference(),
                before.groups().stream()
                        .map(g -> g.code().equals("2")
                                ? new vn.thidua.plan.Group(
                                        g.code(),
                                        g.name(),
                                        g.max(),
                                        g.criteria().stream()
                                                .filter(c -> !c.code().equals("2.5"))
                                                .toList())
                                : g)
                        .toList(),
                before.bonuses(),
                before.penalties(),
                before.bands(),
                before.rankBy());
        tables.replaceDraft(year.yearId(), changed, CriteriaTable.Source.WORKBOOK, officer("VLG"));
        TableIssuing issuing = year.bean(TableIssuing.class);
        assertThatThrownBy(() -> issuing.issue(year.yearId(), officer("VLG"), ""))
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("lý do");
        CarryOver over = issuing.issue(year.yearId(), officer("VLG"), "Bỏ tiêu chí 2.5 theo ý kiến các đơn vị");
        assertThat(over.fallen()).singleElement().satisfies(f -> {
            assertThat(f.unit() + " " + f.line() + " " + f.column()).isEqualTo("AGG 2.5 SELF");
            assertThat(f.figure()).isEqualTo(Figure.points("1"));
        });
        assertThat(stands("AGG", "2.1", Column.SELF)).isEqualTo(Figure.points("3"));
        assertThat(tables.versions(year.yearId()))
                .extracting(CriteriaTable::state)
                .containsExactly(CriteriaTable.State.CLOSED, CriteriaTable.State.ISSUED);
        assertThatThrownBy(() -> year.bean(JdbcClient.class)
                        .sql("UPDATE criteria_table SET content = '{}' WHERE year_id = ? AND version = 2")
                        .param(year.yearId())
                        .update())
                .hasMessageContaining("locked");
    }

    @Test
    @Order(9)
    @DisplayName(
            "Given all have self-scored and appraised, then the blind are no longer blind and the meeting is not yet open to members")
    void appraised() {
        year.run(only(DutyCode.SELF_SCORE, DutyCode.APPRAISAL, DutyCode.CLASSIFICATION), "2024-11-21T18:00");
        assertThat(store.find(year.yearId(), "AGG").orElseThrow().in())
                .containsExactlyInAnyOrder(Column.SELF, Column.LEADER, Column.DEPUTY);
        SheetAccess access = year.bean(SheetAccess.class);
        assertThat(access.rights(officer("AGG"), year.yearId(), "AGG").visible())
                .containsExactlyInAnyOrder(Column.SELF, Column.LEADER, Column.DEPUTY);
        assertThat(access.rights(officer("VLG"), year.yearId(), "AGG").visible())
                .containsExactlyInAnyOrder(Column.SELF, Column.LEADER, Column.DEPUTY);
        assertThat(access.rights(officer("BTE"), year.yearId(), "AGG").nothing())
                .isTrue();
        assertThat(store.find(year.yearId(), "VLG").orElseThrow().appraisers()).containsExactly(Column.DEPUTY);
    }

    @Test
    @Order(10)
    @DisplayName("A contested line is explained by its unit before the meeting, and no other line, and nobody else's")
    void explained() {
        Sheet sheet = store.all(year.yearId()).values().stream()
                .filter(s -> !s.contested().isEmpty())
                .findFirst()
                .orElseThrow();
        String contested = sheet.contested().get(0).code();
        String calm = sheet.lines().stream()
                .filter(l -> !sheet.contested(l))
                .findFirst()
                .orElseThrow()
                .code();
        notes.say(
                officer(sheet.unit()), year.yearId(), sheet.unit(), contested, Note.Kind.EXPLANATION, "Đã có văn bản");
        assertThat(store.find(year.yearId(), sheet.unit()).orElseThrow().notes(contested))
                .hasSize(1);
        assertThatThrownBy(() -> notes.say(
                        officer(sheet.unit()), year.yearId(), sheet.unit(), calm, Note.Kind.EXPLANATION, "thừa"))
                .isInstanceOf(FigureCheck.Refused.class);
        String other = sheet.unit().equals("BTE") ? "CTO" : "BTE";
        assertThatThrownBy(() ->
                        notes.say(officer(other), year.yearId(), sheet.unit(), contested, Note.Kind.EXPLANATION, "hộ"))
                .isInstanceOf(NoSeat.class);
        assertThatThrownBy(() ->
                        notes.say(officer("VLG"), year.yearId(), sheet.unit(), contested, Note.Kind.MARKED, "sớm"))
                .isInstanceOf(NoSeat.class);
    }

    @Test
    @Order(11)
    @DisplayName(
            "S0-07: In the meeting leader and deputy agree on others' lines, with a reason, and can undo; nobody on the own unit's")
    void agreed() {
        year.run("2024-11-22T14:10");
        Entry agreed = set(officer("VLG"), "AGG", "1.2", Column.AGREED, null, "2");
        Entry again = set(officer("KGG"), "AGG", "1.2", Column.AGREED, agreed.id(), "2.5");
        Entry undone = sheets.undo(officer("VLG"), year.yearId(), again.id());
        assertThat(undone.figure()).isEqualTo(Figure.points("2"));
        assertThat(undone.act()).isEqualTo(Entry.Act.UNDONE);
        assertThat(year.journal(JournalEvent.AGREED)).hasSize(2);
        assertThat(year.journal(JournalEvent.UNDONE))
                .singleElement()
                .satisfies(
                        e -> assertThat(e.detail()).containsEntry("from", "2,5").containsEntry("to", "2"));
        assertThatThrownBy(() -> sheets.undo(officer("VLG"), year.yearId(), again.id()))
                .isInstanceOf(StaleCell.class);
        assertThatThrownBy(() -> sheets.write(
                        officer("VLG"),
                        year.yearId(),
                        "AGG",
                        new Sheets.Write("1.1", Column.AGREED, null, Figure.points("1"), " ")))
                .isInstanceOf(FigureCheck.Refused.class)
                .hasMessageContaining("lý do");
        for (String unit : List.of("VLG", "KGG", "AGG")) {
            assertThatThrownBy(() -> set(officer(unit), unit, "1.1", Column.AGREED, null, "1"))
                    .as(unit)
                    .isInstanceOf(NoSeat.class);
        }
        assertThatThrownBy(() -> sheets.write(
                        officer("VLG"),
                        year.yearId(),
                        "AGG",
                        new Sheets.Write(
                                "7.3", Column.AGREED, null, new Figure(null, BigDecimal.ONE, null), "chỉ thưởng")))
                .as("a bonus alone would count 0 points")
                .isInstanceOf(FigureCheck.Refused.class)
                .hasMessageContaining("Ghi điểm thống nhất dòng 7.3");
        notes.say(officer("VLG"), year.yearId(), "AGG", "1.1", Note.Kind.MARKED, "Thiếu bản ký số");
        notes.say(officer("BTE"), year.yearId(), "AGG", "1.1", Note.Kind.OBJECTION, "Chưa thống nhất");
        assertThat(year.bean(SheetAccess.class)
                        .rights(officer("BTE"), year.yearId(), "AGG")
                        .visible())
                .as("from the meeting on all members see all sheets")
                .containsExactlyInAnyOrder(Column.values());
    }

    @Test
    @Order(12)
    @DisplayName(
            "Given the meeting has ended, then its result is provisional and only marked or open lines can be settled after the supplements")
    void provisional() {
        year.run(only(DutyCode.SCORING_MEETING), "2024-11-22T17:30");
        Result provisional = results.latest(year.yearId()).orElseThrow();
        assertThat(provisional.kind()).isEqualTo(Result.Kind.PROVISIONAL);
        assertThat(provisional.hash()).isEqualTo(ResultContent.hash(provisional.content()));
        assertThatThrownBy(() -> set(officer("VLG"), "AGG", "1.1", Column.AGREED, null, "1"))
                .as("until the supplements are over nothing is settled")
                .isInstanceOf(NoSeat.class);
        year.run(only(DutyCode.SUPPLEMENT), "2024-11-25T13:30");
        Entry settled = store.find(year.yearId(), "AGG")
                .orElseThrow()
                .entry("1.2", Column.AGREED)
                .orElseThrow();
        assertThatThrownBy(() -> set(officer("VLG"), "AGG", "1.2", Column.AGREED, settled.id(), "3"))
                .isInstanceOf(NoSeat.class)
                .hasMessageContaining("đã thống nhất tại cuộc họp");
        Entry adopted = store.all(year.yearId()).get("CTO").cells().values().stream()
                .flatMap(cells -> java.util.stream.Stream.ofNullable(cells.get(Column.AGREED)))
                .filter(entry -> entry.act() == Entry.Act.PROPOSED)
                .findFirst()
                .orElseThrow();
        year.at("2024-11-25T13:31");
        assertThatThrownBy(() -> set(officer("VLG"), "CTO", adopted.line(), Column.AGREED, adopted.id(), "0"))
                .as(
                        "what nobody contested is settled by the meeting's end, by the order of entries and not by the clock")
                .isInstanceOf(NoSeat.class)
                .hasMessageContaining("đã thống nhất tại cuộc họp");
        assertThatThrownBy(() -> sheets.undo(officer("VLG"), year.yearId(), adopted.id()))
                .isInstanceOf(DutyRefused.class);
    }

    @Test
    @Order(13)
    @DisplayName(
            "Given the difference was not circulated, then nobody can freeze; circulated, both freeze one hash, and nothing can be set any more")
    void frozen() {
        String task = year.task(year.key(DutyType.FREEZE, "VLG"), "submit").getId();
        assertThatThrownBy(() ->
                        year.submit(task, officer("VLG"), year.answers(year.key(DutyType.FREEZE, "VLG"), "submit")))
                .hasStackTraceContaining("Chưa");
        circulatedThenChangedWhileSigning(task);
        year.complete(year.key(DutyType.FREEZE, "VLG"), "submit", officer("VLG"));
        for (DutyType type : List.of(DutyType.CLASSIFICATION, DutyType.PLEDGE)) {
            assertThatThrownBy(() -> year.bean(ScoreDuties.class)
                            .require(year.duties(type).get(0)))
                    .as("nothing that the result rests on changes between the signatures: %s", type)
                    .isInstanceOf(DutyRefused.class)
                    .hasMessageContaining("đang được chốt");
        }
        assertThatThrownBy(() -> year.bean(TableIssuing.class).issue(year.yearId(), officer("VLG"), "giữa chừng"))
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("Một bên đã chốt");
        assertThat(results.latest(year.yearId(), Result.Kind.FROZEN)).isEmpty();
        assertThat(year.mails("result", "chuyenvien@bte.example"))
                .anyMatch(subject -> subject.contains("Chênh lệch so với kết quả chấm điểm tạm thời"));
        Entry marked = store.find(year.yearId(), "AGG")
                .orElseThrow()
                .entry("1.1", Column.AGREED)
                .orElseThrow();
        assertThatThrownBy(() -> set(officer("KGG"), "AGG", "1.1", Column.AGREED, marked.id(), "0"))
                .as("one of the two has signed")
                .isInstanceOf(NoSeat.class);
        year.complete(year.key(DutyType.FREEZE, "KGG"), "submit", officer("KGG"));
        Result frozen = results.latest(year.yearId(), Result.Kind.FROZEN).orElseThrow();
        assertThat(year.journal(JournalEvent.FROZEN))
                .singleElement()
                .satisfies(e -> assertThat(e.detail()).containsEntry("hash", frozen.hash()));
        assertThat(year.receipts(year.key(DutyType.FREEZE, "VLG")).get(0).answers())
                .as("what the leader signed is what is frozen")
                .containsEntry("resultHash", frozen.hash());
        assertThat(year.receipts(year.key(DutyType.FREEZE, "KGG")).get(0).answers())
                .containsEntry("resultHash", frozen.hash());
        for (Column column : Column.values()) {
            assertThatThrownBy(() -> set(officer("VLG"), "AGG", "1.1", column, marked.id(), "0"))
                    .isInstanceOf(NoSeat.class);
        }
        assertThat(year.bean(CriteriaTables.class)
                        .inForce(year.yearId())
                        .orElseThrow()
                        .state())
                .isEqualTo(CriteriaTable.State.CLOSED);
        assertThatThrownBy(() -> year.bean(TableIssuing.class).issue(year.yearId(), officer("VLG"), "muộn"))
                .isInstanceOf(DutyRefused.class);
    }

    /** Whoever signs waits for what is being agreed on, and then does not sign what is no longer so. */
    private void circulatedThenChangedWhileSigning(String task) {
        Scoring scoring = year.bean(Scoring.class);
        Entry now = store.find(year.yearId(), "AGG")
                .orElseThrow()
                .entry("1.1", Column.AGREED)
                .orElse(null);
        List<String> open = new ArrayList<>();
        results.unsettled(year.yearId()).forEach((unit, lines) -> lines.forEach(line -> open.add(unit + " " + line)));
        for (String one : open) {
            String[] parts = one.split(" ");
            set(parts[0].equals("VLG") ? officer("KGG") : officer("VLG"), parts[0], parts[1], Column.AGREED, null, "1");
        }
        scoring.circulate(year.yearId(), officer("VLG"));
        var answers = year.answers(year.key(DutyType.FREEZE, "VLG"), "submit");
        ExecutorService signer = Executors.newSingleThreadExecutor();
        try {
            Future<?> signing = new TransactionTemplate(year.bean(PlatformTransactionManager.class)).execute(tx -> {
                Entry current = store.find(year.yearId(), "AGG")
                        .orElseThrow()
                        .entry("1.1", Column.AGREED)
                        .orElse(now);
                boolean half = current != null && current.figure().same(Figure.points("0.5"));
                set(
                        officer("KGG"),
                        "AGG",
                        "1.1",
                        Column.AGREED,
                        current == null ? null : current.id(),
                        half ? "0" : "0.5");
                Future<?> started = signer.submit(() -> year.submit(task, officer("VLG"), answers));
                assertThatThrownBy(() -> started.get(500, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                return started;
            });
            assertThatThrownBy(() -> signing.get(20, TimeUnit.SECONDS))
                    .hasStackTraceContaining("Chưa thông báo chênh lệch");
        } finally {
            signer.shutdown();
        }
        assertThat(year.duty(year.key(DutyType.FREEZE, "VLG")).received()).isFalse();
    }

    @Test
    @Order(14)
    @DisplayName("Nobody changes or deletes a figure, a note or a result through the database either")
    void appendOnly() {
        JdbcClient jdbc = year.bean(JdbcClient.class);
        for (String change : List.of(
                "UPDATE score_entry SET points = 0",
                "DELETE FROM score_entry",
                "DELETE FROM score_note",
                "UPDATE score_result SET hash = hash")) {
            assertThatThrownBy(() -> jdbc.sql(change + " WHERE year_id = ?")
                            .param(year.yearId())
                            .update())
                    .as(change)
                    .hasMessageContaining("append-only");
        }
    }
}
