package vn.thidua.scoring.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;
import vn.thidua.plan.Criteria;
import vn.thidua.scoring.audit.ScoreFault.Kind;
import vn.thidua.scoring.audit.ScoreRows.Journalled;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.ResultContent;
import vn.thidua.scoring.result.ResultSeal;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.Sheets;

/** Holds a year's tables, results and entries against the journal and against each other. */
final class ScoreCheck {
    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ScoreRows rows;
    private final List<ScoreFault> faults = new ArrayList<>();
    private final List<Result> right = new ArrayList<>();
    private final Set<Integer> wrongTables = new HashSet<>();
    /** Each entry is named once, however many results it belongs to. */
    private final Set<Long> named = new HashSet<>();

    ScoreCheck(ScoreRows rows) {
        this.rows = rows;
    }

    ScoreAudit.Report report() {
        tables();
        rows.results().forEach(this::result);
        rows.journalled().forEach((number, journalled) -> {
            if (rows.results().stream().noneMatch(result -> result.number() == number)) {
                faults.add(ScoreFault.of(Kind.RESULT_GONE, label(journalled.kind(), number)));
            }
        });
        afterTheFreeze();
        return new ScoreAudit.Report(List.copyOf(right), List.copyOf(faults));
    }

    private void tables() {
        Set<Integer> versions = new TreeSet<>(rows.tables().keySet());
        versions.addAll(rows.issued().keySet());
        for (int version : versions) {
            String content = rows.tables().get(version);
            String issued = rows.issued().get(version);
            Kind fault = content == null
                    ? Kind.TABLE_GONE
                    : issued == null
                            ? Kind.TABLE_INSERTED
                            : ResultContent.hash(content).equals(issued) ? null : Kind.TABLE_CHANGED;
            if (fault != null) {
                wrongTables.add(version);
                faults.add(ScoreFault.of(fault, version));
            }
        }
    }

    private void result(Result result) {
        int before = faults.size();
        String label = label(result.kind(), result.number());
        String hash = ResultContent.hash(result.content());
        if (!hash.equals(result.hash())) {
            faults.add(ScoreFault.of(Kind.RESULT_CONTENT, label, hash, result.hash()));
        }
        Journalled journalled = rows.journalled().get(result.number());
        if (journalled == null) {
            faults.add(ScoreFault.of(Kind.RESULT_INSERTED, label));
            return;
        }
        List<String> differing = differing(result, journalled);
        if (!differing.isEmpty()) {
            faults.add(ScoreFault.of(Kind.RESULT_CHANGED, label, String.join(", ", differing)));
        }
        ResultSeal seal = seal(rows.seals().get(result.number()), journalled);
        boolean entriesFit = false;
        if (seal == null) {
            faults.add(ScoreFault.of(Kind.SEAL_CHANGED, label));
        } else {
            entriesFit = entries(seal, journalled.stand());
            figures(label, result, journalled, seal);
        }
        if (faults.size() == before && entriesFit) {
            right.add(result);
        }
    }

    private static List<String> differing(Result result, Journalled journalled) {
        List<String> differing = new ArrayList<>();
        if (!result.hash().equals(journalled.hash())) {
            differing.add(
                    "mã băm (nhật ký ghi " + journalled.hash() + ", cơ sở dữ liệu nay ghi " + result.hash() + ")");
        }
        if (result.kind() != journalled.kind()) {
            differing.add("loại kết quả");
        }
        if (result.stand() != journalled.stand()) {
            differing.add("số mục điểm cuối cùng được tính");
        }
        if (!result.by().equals(journalled.by())) {
            differing.add("người chốt");
        }
        if (!result.reason().equals(journalled.reason())) {
            differing.add("lý do");
        }
        return differing;
    }

    private static @Nullable ResultSeal seal(@Nullable String text, Journalled journalled) {
        return text == null || !ResultContent.hash(text).equals(journalled.seal()) ? null : ResultSeal.read(text);
    }

    /** @return whether all entries up to {@code stand} are those that the result was made from */
    private boolean entries(ResultSeal seal, long stand) {
        boolean fit = true;
        for (Map.Entry<Long, ResultSeal.Mark> one : seal.entries().entrySet()) {
            Entry entry = rows.entries().get(one.getKey());
            ResultSeal.Mark mark = one.getValue();
            if (entry == null) {
                fit = false;
                name(Kind.ENTRY_GONE, one.getKey(), mark, null);
            } else if (!ResultSeal.mark(entry).equals(mark)) {
                fit = false;
                name(Kind.ENTRY_CHANGED, entry.id(), mark, entry);
            }
        }
        for (Entry entry : rows.entries().values()) {
            if (entry.id() <= stand && !seal.entries().containsKey(entry.id())) {
                fit = false;
                name(Kind.ENTRY_INSERTED, entry.id(), ResultSeal.mark(entry), entry);
            }
        }
        return fit;
    }

    private void figures(String label, Result result, Journalled journalled, ResultSeal seal) {
        try {
            ResultContent content = ResultContent.read(result.content());
            String table = rows.tables().get(content.table());
            if (table != null) {
                AsOf asOf = new AsOf(criteria(table), rows.entries().values(), journalled.stand(), seal.units());
                faults.addAll(ResultCheck.faults(label, content, asOf));
            }
            if (wrongTables.contains(content.table())) {
                faults.add(ScoreFault.of(
                        Kind.IMPOSSIBLE, label, "bảng tiêu chí phiên bản " + content.table() + " đã bị thay đổi"));
            }
        } catch (RuntimeException e) {
            faults.add(ScoreFault.of(
                    Kind.IMPOSSIBLE,
                    label,
                    Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName())));
        }
    }

    private static Criteria criteria(String content) {
        try {
            return JSON.readValue(content, Criteria.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("bảng tiêu chí không đọc được", e);
        }
    }

    /** Once frozen, figures are set by rulings only, and each ruling's result names those that it set. */
    private void afterTheFreeze() {
        long frozen = rows.journalled().values().stream()
                .filter(journalled -> journalled.kind() == Result.Kind.FROZEN)
                .mapToLong(Journalled::stand)
                .min()
                .orElse(Long.MAX_VALUE);
        Set<Long> rulings = new HashSet<>();
        rows.journalled().values().forEach(journalled -> rulings.addAll(journalled.rulings()));
        for (Entry entry : rows.entries().values()) {
            if (entry.id() > frozen && !rulings.contains(entry.id())) {
                name(Kind.ENTRY_UNCOVERED, entry.id(), ResultSeal.mark(entry), entry);
            }
        }
    }

    private void name(Kind kind, long id, ResultSeal.Mark mark, @Nullable Entry entry) {
        if (named.add(id)) {
            String unit = mark.unit();
            String column = mark.column().title();
            faults.add(
                    entry == null
                            ? ScoreFault.of(kind, id, unit, mark.line(), column)
                            : ScoreFault.of(
                                    kind,
                                    id,
                                    unit,
                                    mark.line(),
                                    column,
                                    orNone(Sheets.words(entry.figure())),
                                    who(entry)));
        }
    }

    static String label(Result.Kind kind, int number) {
        return (kind == Result.Kind.FROZEN ? "Kết quả chốt số " : "Kết quả tạm thời số ") + number;
    }

    static String orNone(String words) {
        return words.isEmpty() ? "không có" : words;
    }

    static String who(Entry entry) {
        return "do " + entry.by() + " ghi lúc " + Vietnam.toTheSecond(entry.at());
    }
}
