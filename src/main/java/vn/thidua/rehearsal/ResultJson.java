package vn.thidua.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thidua.scoring.result.Result;
import vn.thidua.scoring.result.ResultContent;

/**
 * {@code result.json}: the last frozen result of the year, {@code {version, hash, units: [{rank, unit, total, totalWithBonus, groups,
 * knockOuts, band}]}}; points are decimals as text. {@code content} is the text that the hash is of.
 */
final class ResultJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ResultJson() {}

    static void write(Path file, Result result) throws IOException {
        ResultContent content = ResultContent.read(result.content());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", result.number());
        json.put("hash", result.hash());
        json.put("units", content.units().stream().map(ResultJson::unit).toList());
        json.put("content", result.content());
        Files.writeString(file, JSON.writeValueAsString(json) + "\n");
    }

    private static Map<String, Object> unit(ResultContent.UnitResult unit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rank", unit.rank());
        json.put("unit", unit.unit());
        json.put("total", unit.total());
        json.put("totalWithBonus", unit.totalWithBonus());
        json.put("groups", List.copyOf(unit.groups().values()));
        json.put("knockOuts", unit.knockOuts());
        json.put("band", unit.band());
        return json;
    }
}
