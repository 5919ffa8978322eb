package vn.thidua.web.scoring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.thidua.scoring.brief.Overtaken;
import vn.thidua.scoring.sheet.FigureCheck;
import vn.thidua.scoring.sheet.StaleCell;

/** What keeps a figure from being set, with what the page needs to go on; everything else as with files. */
@RestControllerAdvice(basePackageClasses = ScoreErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ScoreErrors {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(FigureCheck.Refused e) {
        Map<String, Object> body = message(e);
        body.put("field", e.field());
        return answer(422, body);
    }

    /** The request thread knows neither the plan nor the names; the page asks for the sheet again and shows both. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> stale(StaleCell e) {
        return answer(409, message(e));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> overtaken(Overtaken e) {
        return answer(409, message(e));
    }

    private static Map<String, Object> message(RuntimeException e) {
        return new LinkedHashMap<>(Map.of("message", String.valueOf(e.getMessage())));
    }

    private static ResponseEntity<Map<String, Object>> answer(int status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(body);
    }
}
