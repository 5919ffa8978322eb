package vn.thidua.scoring.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Owner;
import vn.thidua.duty.Receipt;
import vn.thidua.plan.KnownInput;
import vn.thidua.scoring.criteria.Line;

/** What the system knows of a unit by itself and proposes for a line (S2-03, S0-28): a person accepts it or sets another figure. */
@Component
public class KnownInputs {
    private final DutyRepository duties;

    KnownInputs(DutyRepository duties) {
        this.duties = duties;
    }

    /** @param text the fact, as a Vietnamese sentence */
    public record Known(String text, Figure figure) {}

    /** Empty where nothing is known of the line, or nothing yet. */
    public Optional<Known> of(String yearId, String unit, Line line) {
        KnownInput input = line.known();
        if (input == null) {
            return Optional.empty();
        }
        return switch (input) {
            case PLAN_IN_TIME -> inTime(yearId, unit, DutyType.UNIT_PLAN, "Kế hoạch thi đua", line);
            case PLEDGE_IN_TIME -> inTime(yearId, unit, DutyType.PLEDGE, "Giao ước thi đua", line);
            case SELF_SCORE_IN_TIME -> inTime(yearId, unit, DutyType.SELF_SCORE, "Bản tự chấm điểm", line);
            case REPORTS_LATE -> counted(late(yearId, unit), "Số văn bản gửi chậm", line);
            case REPORTS_MISSING -> counted(missing(yearId, unit), "Số văn bản không gửi", line);
            case MEETINGS_MISSED ->
                absences(yearId, unit).flatMap(count -> counted(count, "Số cuộc họp của cụm vắng mặt", line));
        };
    }

    private Optional<Known> inTime(String yearId, String unit, DutyType type, String what, Line line) {
        Optional<Duty> duty = duties.find(DutyKey.of(yearId, type, unit));
        Optional<Receipt> receipt = duty.flatMap(duties::current);
        if (receipt.isPresent()) {
            boolean inTime = receipt.get().inTime();
            return Optional.of(new Known(
                    what + " nhận lúc " + Vietnam.words(receipt.get().receivedAt())
                            + (inTime ? ", đúng hạn" : ", sau thời hạn"),
                    new Figure(inTime ? line.max() : java.math.BigDecimal.ZERO, null, null)));
        }
        return duty.filter(d -> d.outcome() != null)
                .map(d -> new Known(what + " không gửi", new Figure(java.math.BigDecimal.ZERO, null, null)));
    }

    private Optional<Known> counted(int count, String what, Line line) {
        return Optional.of(new Known(what + ": " + count, FigureCheck.checked(line, new Figure(null, null, count))));
    }

    private int late(String yearId, String unit) {
        return (int) owed(yearId, unit).stream()
                .flatMap(duty -> duties.current(duty).stream())
                .filter(receipt -> !receipt.inTime())
                .count();
    }

    private int missing(String yearId, String unit) {
        return (int) owed(yearId, unit).stream()
                .filter(duty -> duty.outcome() != null && !duty.received())
                .count();
    }

    /** Papers that members owe; a supplement and a dossier are rights, not duties. */
    private List<Duty> owed(String yearId, String unit) {
        return duties.ofYear(yearId).stream()
                .filter(duty -> duty.key().party().equals(unit) && duty.type().owner() == Owner.MEMBER)
                .filter(duty -> switch (duty.type()) {
                    case UNIT_PLAN, PLEDGE, SELF_SCORE, ATTENDEES, TECH_CONTACT -> true;
                    default -> false;
                })
                .toList();
    }

    /** By the minutes that there are; empty before the first. */
    private Optional<Integer> absences(String yearId, String unit) {
        int held = 0;
        int absent = 0;
        for (DutyType type : List.of(DutyType.MEETING_MINUTES, DutyType.CONFERENCE_MINUTES)) {
            for (Duty duty : duties.ofType(yearId, type)) {
                Optional<Receipt> minutes = duties.current(duty);
                if (minutes.isPresent()) {
                    held++;
                    absent += present(minutes.get()).contains(unit) ? 0 : 1;
                }
            }
        }
        return held == 0 ? Optional.empty() : Optional.of(absent);
    }

    private static Set<String> present(Receipt minutes) {
        Set<String> present = new HashSet<>();
        for (String key : List.of("presentInRoom", "presentOnline", "present")) {
            if (minutes.answers().get(key) instanceof List<?> units) {
                units.forEach(code -> present.add(String.valueOf(code)));
            }
        }
        return present;
    }
}
