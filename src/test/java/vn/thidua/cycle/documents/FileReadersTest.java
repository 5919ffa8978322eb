package vn.thidua.cycle.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.cycle.documents.FileReaders.Kind;
import vn.thidua.cycle.documents.FileReaders.Progress;
import vn.thidua.cycle.documents.FileReaders.Relation;
import vn.thidua.cycle.documents.FileReaders.Rule;
import vn.thidua.cycle.documents.FileReaders.When;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;
import vn.thidua.plan.Body;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReader;

/** Who reads which file when (rules.md, issue text "Reading"); in the sample plan, where VLG leads and KGG is its deputy. */
class FileReadersTest {
    private static final List<Progress> STAGES = Stream.of(false, true)
            .flatMap(confirmed -> Stream.of(
                    new Progress(false, false, confirmed),
                    new Progress(true, false, confirmed),
                    new Progress(false, true, confirmed),
                    new Progress(true, true, confirmed)))
            .toList();

    private static final List<Rule> TABLE = table();

    private static Plan plan;

    @BeforeAll
    static void sample() throws IOException {
        plan = PlanReader.read(Files.readString(Path.of("plans/tay-nam-bo-2024.yaml")))
                .plan();
    }

    /** Every unit and every body of the plan, and one that is of another. */
    private static Set<String> parties() {
        return Stream.of(plan.memberCodes().stream(), plan.bodies().stream().map(Body::code), Stream.of("SNV-KHAC"))
                .flatMap(s -> s)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static DutyKey key(DutyType type, String party, String subject) {
        return new DutyKey("tay-nam-bo-2024", type, party, subject == null ? "" : subject);
    }

    private static Set<String> readers(DutyKey key, String slot, Progress progress) {
        return parties().stream()
                .filter(party -> FileReaders.mayRead(plan, Set.of(party), key, slot, progress))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named(String text) {
        Set<String> named = new HashSet<>();
        for (String one : text == null ? new String[0] : text.split(" ")) {
            if (one.equals("MEMBERS")) {
                named.addAll(plan.memberCodes());
            } else {
                named.add(one);
            }
        }
        return named;
    }

    @ParameterizedTest(name = "{0} of {1} about {2}, {3}: {4}; from the meeting also {5}; once sent also {6}")
    @CsvSource(
            nullValues = "-",
            value = {
                // evidence: leader and deputy and the unit from receipt on, other members from the meeting on, the
                // agency always
                "SELF_SCORE, AGG, -, report, AGG VLG KGG VTDKT, MEMBERS, -",
                "SELF_SCORE, AGG, -, 1.1, AGG VLG KGG VTDKT, MEMBERS, -",
                "SELF_SCORE, VLG, -, 1.1, VLG KGG VTDKT, MEMBERS, -",
                "SELF_SCORE, KGG, -, 1.1, VLG KGG VTDKT, MEMBERS, -",
                "SUPPLEMENT, BTE, -, 8.1, BTE VLG KGG VTDKT, MEMBERS, -",
                // dossiers: their unit, the leader, the agency; the province the report; the ministry what was sent; no
                // member ever
                "DOSSIER, AGG, AGG-1, submission, AGG VLG VTDKT, -, TNHS",
                "DOSSIER, AGG, AGG-1, report, AGG VLG VTDKT UBND-AGG, -, TNHS",
                "DOSSIER, AGG, AGG-1, council, AGG VLG VTDKT, -, TNHS",
                "DOSSIER, KGG, KGG-2, submission, KGG VLG VTDKT, -, TNHS",
                "DOSSIER, KGG, KGG-2, report, KGG VLG VTDKT UBND-KGG, -, TNHS",
                // the leader's own is received by the deputy
                "DOSSIER, VLG, VLG-1, submission, VLG KGG VTDKT, -, TNHS",
                "DOSSIER, VLG, VLG-1, report, VLG KGG VTDKT UBND-VLG, -, TNHS",
                // the province's confirmation: itself, the unit, whoever receives the dossier
                "CONFIRMATION, UBND-AGG, AGG-1, confirmation, UBND-AGG AGG VLG VTDKT, -, TNHS",
                "CONFIRMATION, UBND-VLG, VLG-1, confirmation, UBND-VLG VLG KGG VTDKT, -, TNHS",
                // other documents: the parties of that duty
                "LAUNCH_PLAN, VLG, -, plan, VLG VTDKT, -, -",
                "UNIT_PLAN, AGG, -, plan, AGG VTDKT, -, -",
                "UNIT_PLAN, VLG, -, plan, VLG VTDKT, -, -",
                "REGULATION, VLG, -, regulation, VLG VTDKT, -, -",
                "CRITERIA, VLG, -, criteria, VLG VTDKT, -, -",
                "PLEDGE, AGG, -, pledge, AGG VLG VTDKT, -, -",
                "PLEDGE, VLG, -, pledge, VLG KGG VTDKT, -, -",
                "ATTENDEES, BTE, -, list, BTE VLG VTDKT, -, -",
                "ATTENDEES, VLG, -, list, VLG KGG VTDKT, -, -"
            })
    void everyPartyOfThePlan(
            DutyType type, String party, String subject, String slot, String always, String meeting, String sent) {
        DutyKey key = key(type, party, subject);
        for (Progress progress : STAGES) {
            Set<String> expected = named(always);
            if (progress.meetingBegun()) {
                expected.addAll(named(meeting));
            }
            if (progress.sent()) {
                expected.addAll(named(sent));
            }
            if (type == DutyType.DOSSIER && !progress.confirmed()) {
                expected.removeIf(reader -> reader.startsWith("UBND-"));
            }
            assertThat(readers(key, slot, progress))
                    .as("%s %s", key, progress)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    @DisplayName("Given every duty that asks for files, when the cases above are counted, then none is forgotten")
    void everyDutyWithFiles() throws NoSuchMethodException {
        String[] rows = FileReadersTest.class
                .getDeclaredMethod(
                        "everyPartyOfThePlan",
                        DutyType.class,
                        String.class,
                        String.class,
                        String.class,
                        String.class,
                        String.class,
                        String.class)
                .getAnnotation(CsvSource.class)
                .value();
        assertThat(Arrays.stream(rows)
                        .map(row -> DutyType.valueOf(row.split(",")[0]))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DutyType.values())
                        .filter(DocumentSlots::asks)
                        .toList());
    }

    /** One cell: a kind of file, what somebody is to it, when. */
    record Cell(Kind kind, Relation relation, Progress progress, String slot) {}

    static Stream<Cell> cells() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Arrays.stream(Relation.values())
                        .flatMap(relation -> STAGES.stream()
                                .flatMap(progress -> Stream.of("report", "submission")
                                        .map(slot -> new Cell(kind, relation, progress, slot)))));
    }

    private static List<Rule> table() {
        try (var in = Objects.requireNonNull(FileReaders.class.getResourceAsStream("/cycle/file-readers.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("[A-Z_]+,[A-Z_]+,[A-Z_]+"))
                    .map(line -> line.split(","))
                    .map(c -> new Rule(Kind.valueOf(c[0]), Relation.valueOf(c[1]), When.valueOf(c[2])))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean open(Cell cell, Relation relation) {
        return TABLE.stream()
                .filter(rule -> rule.kind() == cell.kind() && rule.relation() == relation)
                .anyMatch(rule -> rule.when() == When.ALWAYS
                        || rule.when() == When.FROM_MEETING && cell.progress().meetingBegun()
                        || rule.when() == When.ONCE_SENT && cell.progress().sent()
                        || rule.when() == When.REPORT
                                && cell.slot().equals("report")
                                && cell.progress().confirmed());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    @DisplayName("Given a cell of the table, when somebody is that to a file of the kind, then the table decides")
    void cellByCell(Cell cell) {
        for (DutyKey key : keys(cell.kind())) {
            for (String party : parties()) {
                Set<Relation> relations = FileReaders.relations(plan, party, key);
                if (relations.contains(cell.relation())) {
                    assertThat(FileReaders.mayRead(plan, Set.of(party), key, cell.slot(), cell.progress()))
                            .as("%s, who is %s to %s", party, relations, key)
                            .isEqualTo(relations.stream().anyMatch(relation -> open(cell, relation)));
                }
            }
        }
    }

    private static List<DutyKey> keys(Kind kind) {
        return switch (kind) {
            case EVIDENCE ->
                List.of(
                        key(DutyType.SELF_SCORE, "AGG", null),
                        key(DutyType.SUPPLEMENT, "VLG", null),
                        key(DutyType.SUPPLEMENT, "KGG", null));
            case DOSSIER -> List.of(key(DutyType.DOSSIER, "AGG", "AGG-1"), key(DutyType.DOSSIER, "VLG", "VLG-1"));
            case CONFIRMATION ->
                List.of(
                        key(DutyType.CONFIRMATION, "UBND-AGG", "AGG-1"),
                        key(DutyType.CONFIRMATION, "UBND-VLG", "VLG-1"));
            case OTHER ->
                List.of(
                        key(DutyType.UNIT_PLAN, "AGG", null),
                        key(DutyType.PLEDGE, "AGG", null),
                        key(DutyType.LAUNCH_PLAN, "VLG", null));
        };
    }

    @ParameterizedTest(name = "{0} to {1} of {2} about {3}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "AGG, SELF_SCORE, AGG, -, OWNER MEMBER",
                "BTE, SELF_SCORE, AGG, -, MEMBER",
                "VLG, SELF_SCORE, AGG, -, RECEIVER LEADER MEMBER",
                "KGG, SELF_SCORE, AGG, -, DEPUTY MEMBER",
                "KGG, SELF_SCORE, VLG, -, RECEIVER DEPUTY MEMBER",
                "VLG, SELF_SCORE, VLG, -, OWNER LEADER MEMBER",
                "UBND-AGG, SELF_SCORE, AGG, -, PROVINCE",
                "UBND-BTE, SELF_SCORE, AGG, -, -",
                "VTDKT, SELF_SCORE, AGG, -, STANDING_AGENCY",
                "VTDKT, UNIT_PLAN, AGG, -, RECEIVER STANDING_AGENCY",
                "TNHS, DOSSIER, AGG, AGG-1, MINISTRY",
                "AGG, CONFIRMATION, UBND-AGG, AGG-1, SUBJECT MEMBER",
                "UBND-AGG, CONFIRMATION, UBND-AGG, AGG-1, OWNER PROVINCE",
                "VLG, CONFIRMATION, UBND-AGG, AGG-1, RECEIVER LEADER MEMBER",
                "KGG, CONFIRMATION, UBND-VLG, VLG-1, RECEIVER DEPUTY MEMBER",
                "BNV, DOSSIER, AGG, AGG-1, -",
                "HDTDKT, SELF_SCORE, AGG, -, -",
                "LDPT, SELF_SCORE, AGG, -, -",
                "SNV-KHAC, SELF_SCORE, AGG, -, -"
            })
    void whoIsWhat(String who, DutyType type, String party, String subject, String relations) {
        assertThat(FileReaders.relations(plan, who, key(type, party, subject)))
                .containsExactlyInAnyOrderElementsOf(
                        relations == null
                                ? Set.of()
                                : Arrays.stream(relations.split(" "))
                                        .map(Relation::valueOf)
                                        .toList());
    }

    @Test
    @DisplayName(
            "Given the table's file, when it is read here, then it is what the server reads, and no line stands twice")
    void sameTable() {
        assertThat(FileReaders.rules()).containsExactlyElementsOf(TABLE).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName(
            "Given somebody without any party, an administrator for one, when a file is asked for, then it is not theirs")
    void nobody() {
        for (Kind kind : Kind.values()) {
            for (DutyKey key : keys(kind)) {
                for (Progress progress : STAGES) {
                    assertThat(FileReaders.mayRead(plan, Set.of(), key, "report", progress))
                            .isFalse();
                }
            }
        }
    }

    @Test
    @DisplayName("Given somebody with two offices, when either may read, then so may they")
    void twoOffices() {
        DutyKey dossier = key(DutyType.DOSSIER, "AGG", "AGG-1");
        Progress now = new Progress(true, false, true);
        assertThat(FileReaders.mayRead(plan, Set.of("BTE", "UBND-AGG"), dossier, "report", now))
                .isTrue();
        assertThat(FileReaders.mayRead(plan, Set.of("BTE", "UBND-AGG"), dossier, "submission", now))
                .isFalse();
        assertThat(FileReaders.mayRead(
                        plan, Set.of("BTE", "TNHS"), dossier, "submission", new Progress(true, true, true)))
                .isTrue();
    }
}
