package vn.thidua.cycle.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Seats;
import vn.thidua.plan.Function;
import vn.thidua.plan.Plan;

/**
 * Who reads which file when, as a table ({@code cycle/file-readers.csv}) and the one function that reads it. Nobody else ever does, by
 * any path; administrators are nobody here.
 */
public final class FileReaders {

    /** What a file is, as far as reading goes. */
    public enum Kind {
        EVIDENCE,
        DOSSIER,
        CONFIRMATION,
        OTHER;

        public static Kind of(DutyType type) {
            return switch (type) {
                case SELF_SCORE, SUPPLEMENT -> EVIDENCE;
                case DOSSIER -> DOSSIER;
                case CONFIRMATION -> CONFIRMATION;
                default -> OTHER;
            };
        }
    }

    /** Who a party is to a duty in the cluster year. */
    public enum Relation {
        OWNER,
        RECEIVER,
        SUBJECT,
        LEADER,
        DEPUTY,
        MEMBER,
        STANDING_AGENCY,
        PROVINCE,
        MINISTRY
    }

    public enum When {
        ALWAYS,
        FROM_MEETING,
        REPORT,
        ONCE_SENT
    }

    /** One line of the table. */
    public record Rule(Kind kind, Relation relation, When when) {}

    /**
     * What the year has come to.
     *
     * @param meetingBegun the scoring meeting has begun
     * @param sent the dossier that the file belongs to went to the ministry
     * @param confirmed the dossier's report is one that the province confirms: a collective's
     */
    public record Progress(boolean meetingBegun, boolean sent, boolean confirmed) {}

    private static final List<Rule> RULES = read();
    private static final String REPORT_SLOT = "report";

    private FileReaders() {}

    public static List<Rule> rules() {
        return RULES;
    }

    public static boolean mayRead(Plan plan, Set<String> parties, DutyKey key, String slot, Progress progress) {
        Kind kind = Kind.of(key.type());
        return parties.stream()
                .flatMap(party -> relations(plan, party, key).stream())
                .anyMatch(relation -> RULES.stream()
                        .filter(rule -> rule.kind() == kind && rule.relation() == relation)
                        .anyMatch(rule -> holds(rule.when(), slot, progress)));
    }

    private static boolean holds(When when, String slot, Progress progress) {
        return switch (when) {
            case ALWAYS -> true;
            case FROM_MEETING -> progress.meetingBegun();
            case REPORT -> slot.equals(REPORT_SLOT) && progress.confirmed();
            case ONCE_SENT -> progress.sent();
        };
    }

    /** All that a party is to a duty. */
    public static Set<Relation> relations(Plan plan, String party, DutyKey key) {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        String unit = key.subject().isEmpty() ? key.party() : Seats.unitOf(key.subject());
        add(relations, Relation.OWNER, party.equals(key.party()));
        add(relations, Relation.SUBJECT, party.equals(unit) && !party.equals(key.party()));
        add(relations, Relation.RECEIVER, receives(plan, party, key, unit));
        add(relations, Relation.LEADER, party.equals(plan.leader().code()));
        add(relations, Relation.DEPUTY, party.equals(plan.deputy().code()));
        add(relations, Relation.MEMBER, plan.unit(party).isPresent());
        add(
                relations,
                Relation.STANDING_AGENCY,
                party.equals(Seats.standingAgency(plan).party()));
        add(
                relations,
                Relation.PROVINCE,
                plan.unit(unit).isPresent() && party.equals(plan.province(unit).code()));
        add(
                relations,
                Relation.MINISTRY,
                plan.body(Function.MINISTRY).filter(b -> b.code().equals(party)).isPresent());
        return relations;
    }

    private static boolean receives(Plan plan, String party, DutyKey key, String unit) {
        if (key.type() == DutyType.CONFIRMATION) {
            return party.equals(Seats.leaderFor(plan, unit));
        }
        return Seats.of(plan, key, Seats.Stage.REVIEW).stream()
                .anyMatch(seat -> seat.party().equals(party));
    }

    private static void add(Set<Relation> relations, Relation relation, boolean holds) {
        if (holds) {
            relations.add(relation);
        }
    }

    private static List<Rule> read() {
        try (InputStream in =
                Objects.requireNonNull(FileReaders.class.getResourceAsStream("/cycle/file-readers.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Rule(Kind.valueOf(cells[0]), Relation.valueOf(cells[1]), When.valueOf(cells[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
