package vn.thidua.web.scoring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.thidua.scoring.sheet.Entry;
import vn.thidua.scoring.sheet.ScoreRepository;
import vn.thidua.scoring.sheet.SheetView;
import vn.thidua.scoring.sheet.SheetViews;
import vn.thidua.scoring.sheet.StaleCell;

/** What whoever set a figure is answered: what stands now, or what somebody else had set before. */
@Component
@ConditionalOnWebApplication
class CellAnswers {
    private final SheetViews views;
    private final ScoreRepository scores;

    CellAnswers(SheetViews views, ScoreRepository scores) {
        this.views = views;
        this.scores = scores;
    }

    record Set(SheetView.Cell cell, long stand) {}

    ResponseEntity<?> set(String year, Entry entry) {
        return ResponseEntity.ok(new Set(views.cell(year, entry), scores.stand(year)));
    }

    ResponseEntity<?> stale(String year, StaleCell e) {
        return ResponseEntity.status(409).body(there(year, e));
    }

    /** The reason and, where the cell holds anything, what it holds. */
    Map<String, Object> there(String year, StaleCell e) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("message", e.getMessage());
        e.now().ifPresent(entry -> body.put("cell", views.cell(year, entry)));
        return body;
    }
}
