package vn.thidua.cycle.requests;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyRefused;
import vn.thidua.plan.DutyCode;
import vn.thidua.scoring.criteria.CriteriaTable;
import vn.thidua.scoring.criteria.CriteriaTables;
import vn.thidua.scoring.criteria.Line;
import vn.thidua.year.MilestoneDates;
import vn.thidua.year.Milestones;

/** What a form's fields cannot say by themselves: dates against the year's dates, lines against its criteria table. Refusals name the field. */
@Component
class RequestCheck {
    private final CriteriaTables tables;
    private final Milestones milestones;
    private final TimeSource time;

    RequestCheck(CriteriaTables tables, Milestones milestones, TimeSource time) {
        this.tables = tables;
        this.milestones = milestones;
        this.time = time;
    }

    /**
     * The request with its supplier.
     *
     * @throws DutyRefused naming the field that is wrong and what to write
     */
    NewRequest complete(NewRequest request) {
        List<Line> lines = request.lines().stream()
                .map(code -> line(request.yearId(), code))
                .toList();
        due(request.yearId(), RequestWords.of("field.due"), request.dueAt());
        Optional<MilestoneDates> late = notBeforeSelfScore(request.yearId(), request.dueAt());
        if (late.isPresent() && !request.knowinglyLate()) {
            throw new DutyRefused(RequestWords.of(
                    "refused.late", Vietnam.words(request.dueAt()), late.get().inWords()));
        }
        return request.supplier().isEmpty() ? request.to(supplier(lines)) : request;
    }

    /**
     * @param field the name of the field that it stands in
     * @throws DutyRefused where the deadline is past, or the year ends before it
     */
    void due(String yearId, String field, Instant due) {
        Instant now = time.now();
        if (!due.isAfter(now)) {
            throw new DutyRefused(RequestWords.of("refused.past", field, Vietnam.words(due), Vietnam.words(now)));
        }
        MilestoneDates close = milestones.get(yearId, DutyCode.CLOSE);
        if (!due.isBefore(Objects.requireNonNull(close.at(), "close has no instant"))) {
            throw new DutyRefused(RequestWords.of("refused.afterClose", field, Vietnam.words(due), close.inWords()));
        }
    }

    /** The deadline of self-scoring, where an answer by {@code due} may come too late for it. */
    Optional<MilestoneDates> notBeforeSelfScore(String yearId, Instant due) {
        return Optional.ofNullable(milestones.all(yearId).get(DutyCode.SELF_SCORE))
                .filter(m -> m.limit() != null && !due.isBefore(m.limit()));
    }

    private Line line(String yearId, String code) {
        return CriteriaTable.lines(tables.content(yearId)).stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new DutyRefused(RequestWords.of("refused.line", code)));
    }

    private static String supplier(List<Line> lines) {
        List<String> named = lines.stream()
                .map(Line::supplier)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (named.size() != 1) {
            throw new DutyRefused(RequestWords.of(named.isEmpty() ? "refused.noSupplier" : "refused.suppliers"));
        }
        return named.get(0);
    }
}
