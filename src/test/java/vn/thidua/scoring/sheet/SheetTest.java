package vn.thidua.scoring.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.scoring.SampleTable;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.result.Results;

/** What follows from a sheet's figures: what is contested, what is proposed, totals with and without bonus. */
class SheetTest {
    private static final Set<Column> BOTH = EnumSet.of(Column.LEADER, Column.DEPUTY);
    private static final Set<Column> ALL_IN = EnumSet.of(Column.SELF, Column.LEADER, Column.DEPUTY);

    private final List<Entry> entries = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private SheetTest set(String line, Column column, String figure) {
        if (!figure.equals("-")) {
            entries.add(new Entry(
                    entries.size() + 1L,
                    "AGG",
                    line,
                    column,
                    1,
                    figure.endsWith("x")
                            ? FigureCheck.checked(
                                    SampleTable.line(line),
                                    new Figure(null, null, Integer.valueOf(figure.replace("x", ""))))
                            : figure.startsWith("+")
                                    ? new Figure(null, new BigDecimal(figure.substring(1)), null)
                                    : Figure.points(figure),
                    "",
                    "ai",
                    "AGG",
                    Instant.EPOCH,
                    Entry.Act.SET,
                    null));
        }
        return this;
    }

    private Sheet sheet(Set<Column> in, Set<Column> appraisers) {
        return Sheet.of("AGG", SampleTable.lines(), entries, notes, in, appraisers);
    }

    @ParameterizedTest(name = "{0}: self {1}, leader {2}, deputy {3}, agreed {4} -> contested {5}, proposed {6}")
    @CsvSource({
        "1.2, 3,    3,    3,    -,    false, 3",
        "1.2, 3,    2.5,  2.5,  -,    false, 2.5",
        "1.2, 3,    3,    2.5,  -,    true,  2.75",
        "1.2, 3,    3,    2.75, -,    true,  2.75",
        "1.2, 3,    0,    0.25, -,    true,  0",
        "1.2, 3,    3,    2.5,  3,    true,  3",
        "1.2, -,    2,    2,    -,    false, 2",
        "1.2, 3,    2,    -,    -,    true,  2",
        "1.2, -,    -,    -,    -,    false, -",
        "3.1, 4,    4,    3,    -,    true,  3.5",
        "3.1, 4,    4,    3.5,  -,    true,  3.5",
        "T3,  +2,   +2,   -,    -,    true,  +1",
        "T3,  +2,   +2,   +2,   -,    false, +2",
        "P1,  0x,   0x,   -,    -,    false, 0x",
        "P1,  0x,   2x,   1x,   -,    true,  1x"
    })
    void contestedAndProposed(
            String line, String self, String leader, String deputy, String agreed, boolean contested, String proposed) {
        Sheet sheet = set(line, Column.SELF, self)
                .set(line, Column.LEADER, leader)
                .set(line, Column.DEPUTY, deputy)
                .set(line, Column.AGREED, agreed)
                .sheet(ALL_IN, BOTH);
        assertThat(sheet.contested(SampleTable.line(line))).isEqualTo(contested);
        entries.clear();
        Figure expected = set("x", Column.SELF, "-").set(line, Column.AGREED, proposed).entries.stream()
                .map(Entry::figure)
                .findFirst()
                .orElse(Figure.NONE);
        assertThat(sheet.proposed(SampleTable.line(line))).isEqualTo(expected);
    }

    @Test
    @DisplayName("Given an appraisal that is a draft, then it counts for nothing")
    void drafts() {
        Line line = SampleTable.line("1.2");
        Sheet sheet = set("1.2", Column.SELF, "3")
                .set("1.2", Column.LEADER, "2")
                .set("1.2", Column.DEPUTY, "1")
                .sheet(EnumSet.of(Column.SELF, Column.LEADER), BOTH);
        assertThat(sheet.contested(line)).isFalse();
        assertThat(sheet.proposed(line)).isEqualTo(Figure.points("2"));
        assertThat(sheet(EnumSet.noneOf(Column.class), BOTH).proposed(line)).isEqualTo(Figure.NONE);
    }

    @Test
    @DisplayName("S0-02: for the leader's own unit the one appraisal is held against the self-score")
    void ownUnitOfTheLeader() {
        Line line = SampleTable.line("1.2");
        Sheet sheet = set("1.2", Column.SELF, "3")
                .set("1.2", Column.DEPUTY, "2.5")
                .sheet(EnumSet.of(Column.SELF, Column.DEPUTY), EnumSet.of(Column.DEPUTY));
        assertThat(sheet.contested(line)).isTrue();
        assertThat(sheet.proposed(line)).isEqualTo(Figure.points("2.5"));
        assertThat(Results.open(sheet, line)).isTrue();
    }

    @Test
    @DisplayName("The last mark counts")
    void marks() {
        notes.add(new Note(1, "AGG", "1.2", Note.Kind.MARKED, "thiếu văn bản", "ai", "VLG", Instant.EPOCH));
        assertThat(sheet(ALL_IN, BOTH).marked("1.2")).isTrue();
        notes.add(new Note(2, "AGG", "1.2", Note.Kind.OBJECTION, "không đồng ý", "ai", "BTE", Instant.EPOCH));
        assertThat(sheet(ALL_IN, BOTH).marked("1.2")).isTrue();
        notes.add(new Note(3, "AGG", "1.2", Note.Kind.UNMARKED, "đã có", "ai", "VLG", Instant.EPOCH));
        assertThat(sheet(ALL_IN, BOTH).marked("1.2")).isFalse();
    }

    @Test
    @DisplayName("Totals with and without bonus side by side, beyond 100, less what penalties take off")
    void totals() {
        for (Line line : SampleTable.lines()) {
            switch (line.kind()) {
                case CRITERION -> entries.add(entry(line, new Figure(line.max(), line.bonusMax(), null)));
                case BONUS -> entries.add(entry(line, new Figure(null, line.max(), null)));
                case PENALTY -> entries.add(entry(line, FigureCheck.checked(line, new Figure(null, null, 1))));
            }
        }
        Sheet sheet = sheet(ALL_IN, BOTH);
        Totals totals = Totals.of(SampleTable.SAMPLE, sheet.lines(), sheet.column(Column.SELF));
        assertThat(totals.groups().values())
                .extracting(BigDecimal::intValueExact)
                .containsExactly(10, 10, 20, 10, 10, 10, 20, 10);
        assertThat(totals.penalty()).isEqualByComparingTo("2.5");
        assertThat(totals.bonus()).isEqualByComparingTo("29.5");
        assertThat(totals.total()).isEqualByComparingTo("97.5");
        assertThat(totals.totalWithBonus()).isEqualByComparingTo("127");
    }

    private static Entry entry(Line line, Figure figure) {
        return new Entry(
                1, "AGG", line.code(), Column.SELF, 1, figure, "", "ai", "AGG", Instant.EPOCH, Entry.Act.SET, null);
    }

    @Test
    @DisplayName("A sheet is complete once every criterion has a figure, and an appraisal a reason wherever it differs")
    void completeness() {
        for (Line line : SampleTable.lines()) {
            if (line.kind() == Line.Kind.CRITERION && !line.code().equals("8.5")) {
                set(line.code(), Column.SELF, "0")
                        .set(line.code(), Column.LEADER, line.code().equals("1.1") ? "1" : "0");
            }
        }
        Sheet sheet = sheet(EnumSet.of(Column.SELF), BOTH);
        assertThat(SheetCompleteness.missing(sheet, Column.SELF)).containsExactly("Chưa chấm điểm các dòng: 8.5.");
        assertThat(SheetCompleteness.missing(sheet, Column.LEADER))
                .containsExactly("Chưa chấm điểm các dòng: 8.5.", "Ghi lý do ở các dòng khác điểm tự chấm: 1.1.");
    }
}
