package vn.thidua.web.scoring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cycle.ConflictsOfInterest;
import vn.thidua.web.files.FileCaller;
import vn.thidua.web.files.FileErrors;

/** An officer declares, on the sheet of a unit, that others should judge it (score-conflict-1.js). */
@RestController
@ConditionalOnWebApplication
class ConflictRequests {
    private final ConflictsOfInterest conflicts;
    private final FileCaller caller;

    ConflictRequests(ConflictsOfInterest conflicts, FileCaller caller) {
        this.conflicts = conflicts;
        this.caller = caller;
    }

    record Declaration(@Nullable String reason) {}

    @GetMapping("/diem/{year}/don-vi/{unit}/xung-dot")
    ConflictsOfInterest.View view(
            @PathVariable("year") String year, @PathVariable("unit") String unit, HttpServletRequest request) {
        return conflicts.of(caller.reading(request), year, unit).orElseThrow(FileErrors.Missing::new);
    }

    /** @return who judges the unit from now on, as names */
    @PostMapping("/diem/{year}/don-vi/{unit}/xung-dot")
    List<String> declare(
            @PathVariable("year") String year,
            @PathVariable("unit") String unit,
            @RequestBody Declaration declaration,
            HttpServletRequest request) {
        String person = caller.changing(request);
        if (conflicts.of(person, year, unit).isEmpty()) {
            throw new FileErrors.Missing();
        }
        return conflicts.declare(person, year, unit, declaration.reason());
    }
}
