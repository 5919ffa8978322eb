package vn.thidua.cycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.documents.DocumentForms;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Seats;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.result.Results;
import vn.thidua.scoring.sheet.Column;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetAccess;
import vn.thidua.scoring.sheet.SheetCompleteness;
import vn.thidua.scoring.sheet.SheetStore;
import vn.thidua.scoring.sheet.Totals;
import vn.thidua.year.YearStore;

/**
 * The duties whose content is a score sheet: self-score, appraisals, the agreement of the meeting, the freeze. The figures lie in the
 * sheet; the duty says that it is complete, and its receipt keeps totals and a hash of what was handed in.
 */
@Component
public class ScoreDuties {
    static final String CIRCULATED = "circulated";
    static final String FREEZE = "freeze";

    private final ScoreRepository scores;
    private final SheetStore sheets;
    private final SheetAccess access;
    private final CriteriaTables tables;
    private final Results results;
    private final DutyRepository duties;
    private final YearStore years;

    ScoreDuties(
            ScoreRepository scores,
            SheetStore sheets,
            SheetAccess access,
            CriteriaTables tables,
            Results results,
            DutyRepository duties,
            YearStore years) {
        this.scores = scores;
        this.sheets = sheets;
        this.access = access;
        this.tables = tables;
        this.results = results;
        this.duties = duties;
        this.years = years;
    }

    /** Whether a duty that is opened now is done on a sheet: those of years begun without sheets go on by their forms. */
    public boolean asks(DutyKey key) {
        return switch (key.type()) {
            case SELF_SCORE, APPRAISAL, MEETING_RESULT -> scores.hasSheet(key.yearId(), unit(key));
            case FREEZE -> !scores.sheets(key.yearId()).isEmpty();
            default -> false;
        };
    }

    /** The unit whose sheet it is. */
    public static String unit(DutyKey key) {
        return key.subject().isEmpty() ? key.party() : Seats.unitOf(key.subject());
    }

    public static Column column(Plan plan, DutyKey key) {
        return switch (key.type()) {
            case SELF_SCORE -> Column.SELF;
            case APPRAISAL -> Column.of(plan, key.party());
            default -> Column.AGREED;
        };
    }

    /** What keeps the duty from being handed in, in Vietnamese; empty where nothing, or where it has no sheet. */
    public List<String> missing(Duty duty) {
        if (!DocumentForms.withSheet(duty)) {
            return List.of();
        }
        Plan plan = years.plan(duty.yearId());
        return switch (duty.type()) {
            case APPRAISAL ->
                access.circumstances(duty.yearId(), unit(duty.key())).meetingEnded()
                        ? List.of(
                                "Cuộc họp chấm điểm đã kết thúc nên không nhận kết quả thẩm định nữa; các dòng còn mở do"
                                        + " Cụm trưởng, Cụm phó thống nhất trên bảng điểm cuộc họp.")
                        : incomplete(plan, duty);
            case SELF_SCORE -> incomplete(plan, duty);
            case MEETING_RESULT -> open(unit(duty.key()), results.unsettled(duty.yearId()));
            case FREEZE -> beforeFreezing(plan);
            default -> List.of();
        };
    }

    private List<String> incomplete(Plan plan, Duty duty) {
        return sheets.find(duty.yearId(), unit(duty.key()))
                .map(sheet -> SheetCompleteness.missing(sheet, column(plan, duty.key())))
                .orElse(List.of());
    }

    /**
     * Keeps what a duty rests on as it is until the transaction ends: to be called before anything of it is judged or added up. A draft
     * is locked against its sheet's writers, what is agreed and frozen against everything.
     */
    public void lock(Duty duty) {
        if (duty.type() == DutyType.PLEDGE || duty.type() == DutyType.CLASSIFICATION) {
            scores.lockShared(duty.yearId());
        } else if (DocumentForms.withSheet(duty)) {
            switch (duty.type()) {
                case SELF_SCORE, APPRAISAL -> {
                    scores.lockShared(duty.yearId());
                    duties.lock(duty.key());
                }
                default -> scores.lock(duty.yearId());
            }
        }
    }

    /**
     * @throws DutyRefused naming everything that is missing; or where it would change what one of two has signed already: then neither
     * what was circulated could be frozen nor anything else
     */
    public void require(Duty duty) {
        if ((duty.type() == DutyType.PLEDGE || duty.type() == DutyType.CLASSIFICATION) && signing(duty.yearId())) {
            throw new DutyRefused(
                    "Kết quả chấm điểm đang được chốt: một bên đã chốt, đang chờ bên kia. Nội dung này ảnh hưởng"
                            + " kết quả nên chỉ ghi nhận được sau khi cả hai bên đã chốt. Không có gì bị mất; hãy làm lại sau.");
        }
        List<String> missing = missing(duty);
        if (!missing.isEmpty()) {
            throw new DutyRefused("Chưa nộp được: " + String.join(" ", missing));
        }
    }

    private boolean signing(String yearId) {
        return years.fact(yearId, FREEZE).isEmpty()
                && !scores.sheets(yearId).isEmpty()
                && duties.ofType(yearId, DutyType.FREEZE).stream().anyMatch(Duty::received);
    }

    private static List<String> open(String unit, Map<String, List<String>> unsettled) {
        List<String> lines = unsettled.getOrDefault(unit, List.of());
        return lines.isEmpty()
                ? List.of()
                : List.of("Còn các dòng chưa thống nhất trên bảng điểm cuộc họp: " + String.join(", ", lines) + ".");
    }

    private List<String> beforeFreezing(Plan plan) {
        List<String> missing = new ArrayList<>();
        results.unsettled(plan.yearId())
                .forEach((unit, lines) -> missing.add("Chưa thống nhất " + DutyTexts.partyName(plan, unit) + ": dòng "
                        + String.join(", ", lines) + "."));
        if (missing.isEmpty() && !circulated(plan.yearId())) {
            missing.add(
                    "Chưa thông báo chênh lệch so với kết quả tạm thời cho các đơn vị; bấm «Thông báo chênh lệch» trên"
                            + " bảng điểm cuộc họp rồi chốt.");
        }
        return missing;
    }

    /** All members were told of what is about to be frozen, exactly. */
    private boolean circulated(String yearId) {
        return years.fact(yearId, CIRCULATED)
                .filter(fact -> nowHash(yearId).equals(fact.get("hash")))
                .isPresent();
    }

    String nowHash(String yearId) {
        return ResultContent.hash(results.now(yearId).json());
    }

    /** Totals and hash that stand in the receipt: values of form fields, by the name of their property {@code fact}. */
    Map<String, Object> facts(DutyKey key) {
        Optional<Duty> duty = duties.find(key).filter(DocumentForms::withSheet);
        if (duty.isEmpty()) {
            return Map.of();
        }
        Plan plan = years.plan(key.yearId());
        if (key.type() == DutyType.FREEZE) {
            return Map.of("resultHash", nowHash(key.yearId()));
        }
        Optional<Sheet> sheet = sheets.find(key.yearId(), unit(key));
        if (sheet.isEmpty()) {
            return Map.of();
        }
        Column column = column(plan, key);
        Map<String, Figure> figures =
                column == Column.AGREED ? sheet.get().proposed() : sheet.get().column(column);
        Totals totals = Totals.of(tables.content(key.yearId()), sheet.get().lines(), figures);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("total", Decimals.shown(totals.total()));
        facts.put("totalWithBonus", Decimals.shown(totals.totalWithBonus()));
        facts.put("sheetHash", hash(sheet.get(), column, figures));
        return facts;
    }

    /** Of the column's lines in the table's order: code, figures, reason. */
    private static String hash(Sheet sheet, @Nullable Column column, Map<String, Figure> figures) {
        StringBuilder text = new StringBuilder();
        for (Line line : sheet.lines()) {
            Figure figure = figures.get(line.code());
            if (figure != null) {
                String reason = column == null
                        ? ""
                        : sheet.entry(line.code(), column).map(e -> e.reason()).orElse("");
                text.append(line.code())
                        .append('\t')
                        .append(figure.points())
                        .append('\t')
                        .append(figure.bonus())
                        .append('\t')
                        .append(figure.count())
                        .append('\t')
                        .append(reason.replace('\t', ' ').replace('\n', ' '))
                        .append('\n');
            }
        }
        return ResultContent.hash(text.toString());
    }
}
