package vn.thidua.scoring.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.YearFixture.officer;
import static vn.thidua.YearFixture.only;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
import vn.thidua.ThiduaTest;
import vn.thidua.YearFixture;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.NoSeat;
import vn.thidua.plan.DutyCode;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.result.BoardViews;
import vn.thidua.scoring.result.Standings;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.FigureCheck;
import vn.thidua.scoring.sheet.Note;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetStore;

/** A unit's brief through the year: from its own figures alone to objections that everybody in the meeting reads (S1-21). */
@ThiduaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BriefTest {
    private static final String HEAD = "agg.giamdoc";

    @Autowired
    ApplicationContext context;

    @Autowired
    Briefs briefs;

    @Autowired
    Pledges pledges;

    @Autowired
    SheetStore store;

    YearFixture year;

    @BeforeAll
    void start() {
        year = new YearFixture(context).start("tom-tat", "2024-02-01T07:00");
        year.run(only(DutyCode.PLEDGE, DutyCode.SELF_SCORE, DutyCode.CLASSIFICATION), "2024-11-18T08:00");
    }

    @AfterAll
    void end() {
        year.end();
    }

    private Brief brief(String person) {
        return briefs.of(person, year.yearId(), "AGG").orElseThrow();
    }

    private Sheet sheet() {
        return store.find(year.yearId(), "AGG").orElseThrow();
    }

    private List<String> contested() {
        return sheet().contested().stream().map(Line::code).toList();
    }

    @Test
    @Order(1)
    @DisplayName(
            "S1-21: Given the appraisals are not revealed, then the brief has the unit's own figures, gaps and pledge, and nothing to argue about")
    void ownFiguresOnly() {
        Brief brief = brief(HEAD);

        assertThat(brief.columns()).containsExactly(Column.SELF);
        assertThat(brief.groups())
                .hasSize(8)
                .allSatisfy(row -> assertThat(row.cells()).hasSize(1));
        assertThat(brief.contested()).isEmpty();
        assertThat(brief.lower()).isEmpty();
        assertThat(brief.rank()).isNull();
        assertThat(brief.phase()).startsWith("Chưa có kết quả thẩm định");
        assertThat(Objects.requireNonNull(brief.pledge()).targets())
                .isNotEmpty()
                .allSatisfy(t -> assertThat(t.outcome()).isNull());
        assertThat(brief.mayPropose()).isFalse();
        assertThat(brief(officer("AGG")).mayPropose()).isTrue();
        assertThat(brief.mayRaise()).isFalse();
    }

    @Test
    @Order(2)
    @DisplayName(
            "It is nobody else's to see: not another unit's, not the leader's, not the standing agency's, not the administrator's")
    void nobodyElse() {
        assertThat(List.of(officer("CTO"), officer("VLG"), officer("KGG"), "vtdkt.thuongtruc", "admin", "khong.co"))
                .allSatisfy(person -> {
                    assertThat(briefs.of(person, year.yearId(), "AGG")).isEmpty();
                    assertThat(briefs.proposals(person, year.yearId(), "AGG")).isEmpty();
                });
        assertThat(briefs.of(HEAD, "khong-co-2024", "AGG")).isEmpty();
        assertThat(briefs.of(HEAD, year.yearId(), "ZZZ")).isEmpty();
    }

    @Test
    @Order(3)
    @DisplayName(
            "Given both have appraised with differences, then gaps, contested lines with their stake in points and reasons are there, ranks not yet")
    void appraised() {
        year.run(only(DutyCode.APPRAISAL), "2024-11-21T17:05");
        Brief brief = brief(HEAD);

        assertThat(brief.columns()).containsExactly(Column.SELF, Column.LEADER, Column.DEPUTY);
        assertThat(brief.contested()).extracting(Brief.Issue::line).isNotEmpty().containsExactlyElementsOf(contested());
        Brief.Issue first = brief.contested().get(0);
        assertThat(first.cells()).hasSize(3);
        assertThat(first.stake()).contains("điểm");
        assertThat(first.ranks()).as("others' figures are not open yet").isEmpty();
        assertThat(first.reasons()).isNotEmpty();
        assertThat(brief.stake()).contains("điểm");
        assertThat(brief.rank()).isNull();
        assertThat(brief.rankWords()).contains("từ khi họp");
        assertThat(brief.gaps())
                .isNotEmpty()
                .allSatisfy(gap -> assertThat(gap.missing()).isNotEqualTo("0"));
        String total = Decimals.shown(context.getBean(Standings.class).of(year.yearId()).stream()
                .filter(s -> s.unit().equals("AGG"))
                .findFirst()
                .orElseThrow()
                .columns()
                .get(Column.LEADER)
                .total());
        assertThat(brief.totals())
                .filteredOn(row -> row.name().equals("Tổng điểm"))
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).element(1).isEqualTo(total));
    }

    @Test
    @Order(4)
    @DisplayName(
            "An officer proposes, sees a colleague's text before replacing it, takes back and proposes anew; the head and others may not write")
    void propose() {
        String line = contested().get(0);
        Proposal first = briefs.propose(officer("AGG"), year.yearId(), "AGG", line, null, " Đề nghị giữ điểm tự chấm ");
        assertThat(first.text()).isEqualTo("Đề nghị giữ điểm tự chấm");
        assertThatThrownBy(() -> briefs.propose(officer("AGG"), year.yearId(), "AGG", line, null, "chưa đọc"))
                .isInstanceOf(Overtaken.class);
        Proposal gone = briefs.propose(officer("AGG"), year.yearId(), "AGG", line, first.id(), "");
        assertThat(gone.text()).isEmpty();
        assertThat(brief(HEAD).proposals()).isEmpty();
        assertThatThrownBy(() -> briefs.propose(officer("AGG"), year.yearId(), "AGG", line, first.id(), "quá cũ"))
                .isInstanceOf(Overtaken.class);
        briefs.propose(officer("AGG"), year.yearId(), "AGG", line, null, "Đã có minh chứng bổ sung");
        assertThat(Objects.requireNonNull(brief(HEAD).proposal(line)).text()).isEqualTo("Đã có minh chứng bổ sung");

        assertThatThrownBy(() -> briefs.propose(HEAD, year.yearId(), "AGG", line, null, "x"))
                .isInstanceOf(NoSeat.class);
        assertThatThrownBy(() -> briefs.propose(officer("VLG"), year.yearId(), "AGG", line, null, "x"))
                .isInstanceOf(NoSeat.class);
        assertThatThrownBy(() -> briefs.propose(officer("AGG"), year.yearId(), "AGG", "99.9", null, "x"))
                .isInstanceOf(DutyRefused.class);
        assertThatThrownBy(() -> briefs.propose(officer("AGG"), year.yearId(), "AGG", line, null, "x".repeat(2_001)))
                .isInstanceOf(FigureCheck.Refused.class);
        assertThatThrownBy(() -> briefs.raise(HEAD, year.yearId(), "AGG", line))
                .as("the meeting has not begun")
                .isInstanceOf(NoSeat.class);
    }

    @Test
    @Order(5)
    @DisplayName("S3-01: The officer who pledged enters what came of a target, with a decimal comma; nobody else does")
    void report() {
        Pledge.Outcome outcome =
                pledges.report(officer("AGG"), year.yearId(), "AGG", 1, null, "98,5", "theo báo cáo tháng 11");
        assertThat(outcome.value()).isEqualByComparingTo("98.5");
        assertThatThrownBy(() -> pledges.report(officer("AGG"), year.yearId(), "AGG", 1, null, "1", ""))
                .isInstanceOf(Overtaken.class);
        assertThatThrownBy(() -> pledges.report(officer("AGG"), year.yearId(), "AGG", 1, outcome.id(), "nhiều", ""))
                .isInstanceOf(FigureCheck.Refused.class);
        assertThatThrownBy(() -> pledges.report(officer("AGG"), year.yearId(), "AGG", 6, null, "1", ""))
                .isInstanceOf(DutyRefused.class);
        assertThatThrownBy(() -> pledges.report(officer("VLG"), year.yearId(), "AGG", 1, outcome.id(), "1", ""))
                .isInstanceOf(NoSeat.class);
        Pledge pledge = Objects.requireNonNull(brief(HEAD).pledge());
        assertThat(PledgeRows.outcome(pledge.targets().get(0))).isEqualTo("98,5");
        assertThat(pledge.open()).hasSize(pledge.targets().size() - 1);
    }

    @Test
    @Order(6)
    @DisplayName("The paper says the same, ready to print")
    void paper() throws Exception {
        byte[] pdf = BriefPdf.of(brief(HEAD));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Tóm tắt chuẩn bị họp chấm điểm")
                    .contains("Dòng có chênh lệch")
                    .contains("Đã có minh chứng bổ sung")
                    .contains("98,5")
                    .contains("Tài liệu nội bộ của đơn vị");
        }
    }

    @Test
    @Order(7)
    @DisplayName(
            "Given the meeting, then ranks at stake are shown, and the head makes an objection of what was proposed, once, for everybody to read")
    void raise() {
        String line = contested().get(0);
        year.run("2024-11-22T14:05");
        Brief brief = brief(HEAD);
        assertThat(brief.rank()).isBetween(1, 5);
        assertThat(brief.contested())
                .allSatisfy(issue -> assertThat(issue.ranks()).contains("hạng"));
        assertThat(brief.mayRaise()).isTrue();

        assertThatThrownBy(() -> briefs.raise(officer("CTO"), year.yearId(), "AGG", line))
                .as("another unit may object, but not in the words of this one")
                .isInstanceOf(NoSeat.class);
        Note note = briefs.raise(HEAD, year.yearId(), "AGG", line);
        assertThat(note.kind()).isEqualTo(Note.Kind.OBJECTION);
        assertThat(note.text()).isEqualTo("Đã có minh chứng bổ sung");
        assertThat(note.party()).isEqualTo("AGG");
        assertThatThrownBy(() -> briefs.raise(officer("AGG"), year.yearId(), "AGG", line))
                .isInstanceOf(DutyRefused.class);
        assertThat(Objects.requireNonNull(brief(HEAD).proposal(line)).note()).isEqualTo(note.id());
        assertThat(context.getBean(BoardViews.class)
                        .of(officer("CTO"), year.yearId())
                        .orElseThrow()
                        .units())
                .filteredOn(unit -> unit.code().equals("AGG"))
                .singleElement()
                .satisfies(unit -> assertThat(unit.cells().get(line).notes())
                        .anySatisfy(n -> assertThat(n.text()).isEqualTo("Đã có minh chứng bổ sung")));
    }

    @Test
    @Order(8)
    @DisplayName("Given the meeting is over, then nothing is proposed or raised any more; the brief stays readable")
    void afterwards() {
        year.run(only(DutyCode.SCORING_MEETING), "2024-11-22T17:30");
        Brief brief = brief(officer("AGG"));
        assertThat(Map.of("propose", brief.mayPropose(), "raise", brief.mayRaise()))
                .containsOnly(Map.entry("propose", false), Map.entry("raise", false));
        assertThat(brief.phase()).isEqualTo("Cuộc họp chấm điểm đã kết thúc.");
        assertThat(brief.proposals()).hasSize(1);
        assertThatThrownBy(() -> briefs.propose(
                        officer("AGG"), year.yearId(), "AGG", contested().get(0), null, "muộn"))
                .isInstanceOf(NoSeat.class);
    }
}
