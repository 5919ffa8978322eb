package vn.thidua.scoring.papers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Row;
import vn.thidua.paper.LibreOffice;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.result.ResultContent;

/** What a rehearsal leaves of its frozen result: {@code result.json} and the workbooks that compute the same. */
public final class RehearsedPapers {
    private RehearsedPapers() {}

    /** {@code result.json} of a folder, with its shape and hash looked at. */
    public static JsonNode result(Path out, Plan plan) throws IOException {
        JsonNode result = new ObjectMapper().readTree(out.resolve("result.json").toFile());
        assertThat(result.path("version").asInt()).isPositive();
        assertThat(result.path("hash").asText())
                .isEqualTo(sha256(result.path("content").asText()));
        assertThat(StreamSupport.stream(result.path("units").spliterator(), false)
                        .map(unit -> unit.path("unit").asText()))
                .containsExactlyInAnyOrderElementsOf(plan.memberCodes());
        int last = 1;
        for (JsonNode unit : result.path("units")) {
            assertThat(unit.fieldNames())
                    .toIterable()
                    .containsExactly("rank", "unit", "total", "totalWithBonus", "groups", "knockOuts", "band");
            assertThat(unit.path("groups")).hasSize(plan.criteria().groups().size());
            assertThat(unit.path("rank").asInt()).isGreaterThanOrEqualTo(last);
            last = unit.path("rank").asInt();
        }
        return result;
    }

    /** LibreOffice computes all workbooks anew, and comes to the figures of {@code result.json}. */
    public static void assertRecalculated(Path out, Plan plan) throws IOException {
        ResultContent result =
                ResultContent.read(result(out, plan).path("content").asText());
        List<Path> bare = new ArrayList<>();
        bare.add(OpenedWorkbook.of(out.resolve("so-sanh.xlsx")).withoutValues("so-sanh"));
        for (ResultContent.UnitResult unit : result.units()) {
            bare.add(OpenedWorkbook.of(out.resolve("bang-diem").resolve(unit.unit() + ".xlsx"))
                    .withoutValues(unit.unit()));
        }
        List<Path> computed = LibreOffice.convertAll(bare, "xlsx");
        List<String> names = plan.units().stream().map(unit -> unit.name()).toList();
        List<String> groups = plan.criteria().groups().stream()
                .map(group -> group.code() + ". " + group.name())
                .toList();
        assertThat(OpenedWorkbook.of(computed.get(0)).comparison(names, groups))
                .containsExactlyInAnyOrderEntriesOf(said(result, plan));
        for (int i = 0; i < result.units().size(); i++) {
            ResultContent.UnitResult unit = result.units().get(i);
            OpenedWorkbook sheet = OpenedWorkbook.of(computed.get(i + 1));
            assertThat(total(sheet, "Tổng điểm")).as(unit.unit()).isEqualTo(unit.total());
            assertThat(total(sheet, "Tổng điểm có thưởng")).as(unit.unit()).isEqualTo(unit.totalWithBonus());
        }
    }

    /** As {@link OpenedWorkbook#comparison}. */
    static Map<String, List<String>> said(ResultContent result, Plan plan) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (ResultContent.UnitResult unit : result.units()) {
            List<String> line = new ArrayList<>(List.of(
                    String.valueOf(unit.rank()), unit.total(), unit.totalWithBonus(), unit.bonus(), unit.penalty()));
            line.addAll(unit.groups().values());
            line.add(unit.band() == null ? "" : unit.band());
            line.add(ScoreWords.knockOuts(unit.knockOuts()));
            said.put(plan.unit(unit.unit()).orElseThrow().name(), line);
        }
        return said;
    }

    /** A total of what was agreed. */
    private static String total(OpenedWorkbook sheet, String words) {
        Row row = sheet.row("Bảng điểm", 1, words);
        return OpenedWorkbook.number(row.getCell(sheet.column("Bảng điểm", "Thống nhất")))
                .toPlainString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
