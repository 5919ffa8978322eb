package vn.thidua.cycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Receipt;
import vn.thidua.duty.Seats;
import vn.thidua.plan.Outcome;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/**
 * What a paper must say that nobody has to type and nobody can change: who sent no list and gave no opinion stands in the
 * minutes (rules.md, "Outcomes of silence"), the ministry's dossier counts what is complete (S0-26).
 */
@Component
class ServerFacts {
    private static final String NOBODY = "Không có";

    private final YearStore years;
    private final DutyRepository duties;
    private final DossierParts dossiers;
    private final ScoreDuties scores;

    ServerFacts(YearStore years, DutyRepository duties, DossierParts dossiers, ScoreDuties scores) {
        this.years = years;
        this.duties = duties;
        this.dossiers = dossiers;
        this.scores = scores;
    }

    /** Values of form fields, by the name that the field's property {@code fact} gives. */
    Map<String, Object> of(DutyKey key) {
        return switch (key.type()) {
            case MEETING_MINUTES -> Map.of("noList", noList(key.yearId()));
            case CONFERENCE_MINUTES -> Map.of("noOpinion", noOpinion(key.yearId()));
            case MINISTRY -> counted(dossiers.forMinistry(key.yearId()));
            default -> scores.facts(key);
        };
    }

    /** When the unit says that its paper was handed over: what a records clerk would find in the register. */
    Map<String, Object> arrival(DutyKey key) {
        if (key.type() != DutyType.PAPER_ENTRY) {
            return Map.of();
        }
        DutyKey dossier = new DutyKey(key.yearId(), DutyType.DOSSIER, Seats.unitOf(key.subject()), key.subject());
        return duties.find(dossier)
                .flatMap(duties::current)
                .map(Receipt::answers)
                .flatMap(answers -> Answers.instant(answers, "paperAt"))
                .map(ServerFacts::local)
                .map(at -> Map.<String, Object>of("arrivedAt", at))
                .orElse(Map.of());
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, Vietnam.ZONE);
    }

    private String noList(String yearId) {
        Plan plan = years.plan(yearId);
        Map<String, List<String>> missing = Stream.of(DutyType.ATTENDEES, DutyType.TECH_CONTACT)
                .flatMap(type -> duties.ofType(yearId, type).stream())
                .filter(duty -> duty.outcome() == Outcome.NO_LIST)
                .collect(Collectors.groupingBy(
                        duty -> DutyTexts.partyName(plan, duty.key().party()),
                        LinkedHashMap::new,
                        Collectors.mapping(duty -> duty.type().code().title(), Collectors.toList())));
        return sentence(
                missing.entrySet().stream().map(e -> e.getKey() + " (" + String.join(", ", e.getValue()) + ")"));
    }

    private String noOpinion(String yearId) {
        Plan plan = years.plan(yearId);
        return sentence(Stream.of(DutyType.OPINION, DutyType.AGREEMENT)
                .flatMap(type -> duties.ofType(yearId, type).stream())
                .filter(duty -> duty.outcome() == Outcome.NO_OPINION)
                .map(Duty::key)
                .map(key -> DutyTexts.partyName(plan, key.party()) + " ("
                        + key.type().code().title() + ")"));
    }

    private static String sentence(Stream<String> parties) {
        String all = parties.collect(Collectors.joining("; "));
        return all.isEmpty() ? NOBODY : all;
    }

    private static Map<String, Object> counted(List<Nomination> complete) {
        long collectives = complete.stream().filter(Nomination::collective).count();
        return Map.of(
                "collectives", BigDecimal.valueOf(collectives),
                "individuals", BigDecimal.valueOf(complete.size() - collectives));
    }
}
