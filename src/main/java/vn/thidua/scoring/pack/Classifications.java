package vn.thidua.scoring.pack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;

/** The authority's quality classification of a unit with its decision, as the standing agency recorded it (the gate of the award vote). */
@Component
class Classifications {
    private final DutyRepository duties;

    Classifications(DutyRepository duties) {
        this.duties = duties;
    }

    Optional<Pack.Classification> of(String yearId, String unit) {
        return duties.ofType(yearId, DutyType.CLASSIFICATION).stream()
                .filter(duty -> duty.key().subject().equals(unit))
                .flatMap(duty -> duties.current(duty).stream())
                .map(receipt -> classification(receipt.answers()))
                .findFirst();
    }

    private static Pack.Classification classification(Map<String, Object> answers) {
        List<String> document = Stream.of(text(answers, "authority"), text(answers, "docNumber"), day(answers))
                .filter(part -> !part.isEmpty())
                .toList();
        return new Pack.Classification(
                grade(text(answers, "grade")),
                text(answers, "docNumber").isEmpty() ? "" : document.stream().collect(Collectors.joining(", ")),
                Boolean.parseBoolean(text(answers, "underDiscipline")),
                text(answers, "note"));
    }

    private static String grade(String grade) {
        return switch (grade) {
            case "EXCELLENT" -> "Hoàn thành xuất sắc nhiệm vụ";
            case "GOOD" -> "Hoàn thành tốt nhiệm vụ";
            case "COMPLETED" -> "Hoàn thành nhiệm vụ";
            case "NOT_COMPLETED" -> "Không hoàn thành nhiệm vụ";
            default -> grade;
        };
    }

    private static String day(Map<String, Object> answers) {
        String date = text(answers, "docDate");
        try {
            return date.isEmpty() ? "" : "ngày " + Vietnam.date(LocalDate.parse(date));
        } catch (DateTimeException e) {
            return "ngày " + date;
        }
    }

    private static String text(Map<String, Object> answers, String key) {
        Object value = answers.get(key);
        return value == null ? "" : value.toString().strip();
    }
}
