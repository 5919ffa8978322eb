package vn.thidua.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.duty.DutyReaders.Reader;
import vn.thidua.plan.Plan;
import vn.thidua.plan.PlanReader;

/** Who may read which kind of duty; VLG leads, KGG is its deputy. */
class DutyReadersTest {
    private static final Map<String, Reader> READERS = readers();

    private static Plan plan;

    @BeforeAll
    static void sample() throws IOException {
        plan = PlanReader.read(Files.readString(Path.of("plans/tay-nam-bo-2024.yaml")))
                .plan();
    }

    private static Map<String, Reader> readers() {
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put("AGG", new Reader(Set.of("AGG"), false));
        readers.put("BTE", new Reader(Set.of("BTE"), false));
        readers.put("leader", new Reader(Set.of("VLG"), false));
        readers.put("deputy", new Reader(Set.of("KGG"), false));
        readers.put("agency", new Reader(Set.of("VTDKT"), false));
        readers.put("organiser", new Reader(Set.of("BNV"), false));
        readers.put("sponsor", new Reader(Set.of("HDTDKT"), false));
        readers.put("ministry", new Reader(Set.of("TNHS"), false));
        readers.put("province", new Reader(Set.of("UBND-AGG"), false));
        readers.put("province2", new Reader(Set.of("UBND-BTE"), false));
        readers.put("admin", new Reader(Set.of(), true));
        readers.put("nobody", new Reader(Set.of(), false));
        return readers;
    }

    @ParameterizedTest(name = "{0} of {1} about {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                // what a member owes to the leader, or to leader and deputy
                "PLEDGE, AGG, -, AGG leader deputy",
                "SELF_SCORE, AGG, -, AGG leader deputy",
                "SUPPLEMENT, AGG, -, AGG leader deputy",
                "ATTENDEES, AGG, -, AGG leader deputy",
                "TECH_CONTACT, AGG, -, AGG leader deputy",
                "NOMINATION, AGG, -, AGG leader deputy",
                "SELF_SCORE, VLG, -, leader deputy",
                "SELF_SCORE, KGG, -, leader deputy",
                // dossiers go to the leader; the leader's own is received by the deputy
                "DOSSIER, AGG, AGG-1, AGG leader",
                "DOSSIER, KGG, KGG-1, deputy leader",
                "DOSSIER, VLG, VLG-1, leader deputy",
                // what a member owes to the standing agency
                "UNIT_PLAN, AGG, -, AGG",
                "UNIT_PLAN, VLG, -, leader",
                // the leader's and the deputy's own work
                "LAUNCH_PLAN, VLG, -, leader",
                "REGULATION, VLG, -, leader",
                "CRITERIA, VLG, -, leader",
                "INVITATION, VLG, -, leader",
                "LINE_TEST, VLG, -, leader",
                "MEETING_MINUTES, VLG, -, leader",
                "CONFERENCE_REPORT, VLG, -, leader",
                "CONFERENCE_INVITATION, VLG, -, leader",
                "AGENDA_ITEM, VLG, 1, leader",
                "AWARD_VOTE, VLG, AGG-1, leader",
                "NEXT_LEADERS, VLG, -, leader",
                "CONFERENCE_MINUTES, VLG, -, leader",
                "PAPER_ENTRY, VLG, AGG-1, leader",
                "MINISTRY, VLG, -, leader",
                "POST_CONFERENCE, VLG, -, leader",
                "APPRAISAL, VLG, AGG, leader",
                "APPRAISAL, KGG, AGG, deputy",
                "FREEZE, VLG, -, leader",
                "FREEZE, KGG, -, deputy",
                // one of the two for both, never about the own unit
                "MEETING_RESULT, VLG, AGG, leader deputy",
                "MEETING_RESULT, KGG, VLG, deputy",
                "MEETING_RESULT, VLG, KGG, leader",
                // the standing agency's own and outside people's
                "CLASSIFICATION, VTDKT, AGG, -",
                "AGREEMENT, VTDKT, -, -",
                "OPINION, HDTDKT, -, sponsor",
                "RECOGNITION, BNV, -, organiser",
                "CONFIRMATION, UBND-AGG, AGG-1, province",
                "MINISTRY_RECEIPT, TNHS, -, ministry"
            })
    void readersOf(DutyType type, String party, String subject, String who) {
        DutyKey key = new DutyKey(plan.yearId(), type, party, subject == null ? "" : subject);
        Set<String> expected = new TreeSet<>(Set.of("agency", "admin"));
        if (who != null) {
            expected.addAll(Arrays.asList(who.split(" ")));
        }
        assertThat(READERS.entrySet().stream()
                        .filter(reader -> DutyReaders.mayRead(plan, reader.getValue(), key))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @DisplayName("The table names every kind of duty")
    void complete() throws NoSuchMethodException {
        String[] rows = DutyReadersTest.class
                .getDeclaredMethod("readersOf", DutyType.class, String.class, String.class, String.class)
                .getAnnotation(CsvSource.class)
                .value();
        assertThat(Arrays.stream(rows)
                        .map(row -> DutyType.valueOf(row.split(",")[0]))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(DutyType.values());
    }

    @Test
    @DisplayName("Somebody with two offices reads what either reads")
    void twoOffices() {
        Reader both = new Reader(Set.of("AGG", "UBND-BTE"), false);
        assertThat(DutyReaders.mayRead(plan, both, DutyKey.of(plan.yearId(), DutyType.UNIT_PLAN, "AGG")))
                .isTrue();
        assertThat(DutyReaders.mayRead(
                        plan, both, new DutyKey(plan.yearId(), DutyType.CONFIRMATION, "UBND-BTE", "BTE-1")))
                .isTrue();
        assertThat(DutyReaders.mayRead(plan, both, DutyKey.of(plan.yearId(), DutyType.UNIT_PLAN, "BTE")))
                .isFalse();
    }
}
