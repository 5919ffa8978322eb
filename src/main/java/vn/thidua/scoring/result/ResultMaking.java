package vn.thidua.scoring.result;

import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.scoring.sheet.Sheet;
import vn.thidua.scoring.sheet.SheetStore;

/** Makes a result of what the sheets say, with the list of what it was made from. Under the year's lock, in the caller's transaction. */
@Component
class ResultMaking {
    private final JdbcClient jdbc;
    private final ScoreRepository scores;
    private final SheetStore store;
    private final Standings standings;
    private final CriteriaTables tables;

    ResultMaking(
            JdbcClient jdbc, ScoreRepository scores, SheetStore store, Standings standings, CriteriaTables tables) {
        this.jdbc = jdbc;
        this.scores = scores;
        this.store = store;
        this.standings = standings;
        this.tables = tables;
    }

    ResultContent now(String yearId) {
        return content(yearId, store.all(yearId).values());
    }

    Result make(String yearId, Result.Kind kind, String by, String reason) {
        long stand = scores.stand(yearId);
        Collection<Sheet> sheets = store.all(yearId).values();
        String content = content(yearId, sheets).json();
        Result made = jdbc.sql("""
                        INSERT INTO score_result (year_id, number, kind, content, hash, stand, reason, by_whom)
                        SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ? FROM score_result WHERE year_id = ? RETURNING *""")
                .params(yearId, kind.name(), content, ResultContent.hash(content), stand, reason, by, yearId)
                .query((rs, n) -> Result.of(rs))
                .single();
        jdbc.sql("INSERT INTO score_result_seal (year_id, number, entries) VALUES (?, ?, ?)")
                .params(
                        yearId,
                        made.number(),
                        ResultSeal.of(sheets, scores.upTo(yearId, stand)).text())
                .update();
        return made;
    }

    /** Number, hash, stand, and the hash of the list of what it was made from. */
    Map<String, Object> journalled(Result result) {
        String seal = jdbc.sql("SELECT entries FROM score_result_seal WHERE year_id = ? AND number = ?")
                .params(result.yearId(), result.number())
                .query(String.class)
                .single();
        return Map.of(
                "result",
                result.number(),
                "hash",
                result.hash(),
                "stand",
                result.stand(),
                "entries",
                ResultContent.hash(seal));
    }

    private ResultContent content(String yearId, Collection<Sheet> sheets) {
        int version = tables.inForce(yearId).map(CriteriaTable::version).orElse(0);
        return ResultContent.of(yearId, version, sheets, standings.of(yearId, sheets));
    }
}
