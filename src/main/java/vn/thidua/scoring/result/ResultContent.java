package vn.thidua.scoring.result;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.thidua.scoring.sheet.Decimals;
import vn.thidua.scoring.sheet.Figure;
import vn.thidua.scoring.sheet.Sheet;

/**
 * What a result says: who stands where, and every figure behind it. Written in one way only (fields in this order, units and lines
 * sorted, decimals as text without trailing zeros), so that its hash can be computed again from the rows.
 *
 * @param figures by unit, then by line
 */
public record ResultContent(String year, int table, List<UnitResult> units, Map<String, Map<String, Line>> figures) {

    /**
     * @param groups points by group code, in the table's order
     * @param knockOuts what keeps it from awards
     */
    public record UnitResult(
            int rank,
            String unit,
            String total,
            String totalWithBonus,
            String bonus,
            String penalty,
            Map<String, String> groups,
            List<String> knockOuts,
            @Nullable String band) {}

    /** The figure that counts; {@code agreed} is false where nobody agreed on it and the proposal stands. */
    public record Line(
            @Nullable String points,
            @Nullable String bonus,
            @Nullable Integer count,
            boolean agreed) {

        public Figure figure() {
            return new Figure(
                    points == null ? null : new BigDecimal(points),
                    bonus == null ? null : new BigDecimal(bonus),
                    count);
        }
    }

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(SerializationFeature.INDENT_OUTPUT).build();

    static ResultContent of(String yearId, int table, Collection<Sheet> sheets, List<Standing> standings) {
        Map<String, Map<String, Line>> figures = new TreeMap<>();
        for (Sheet sheet : sheets) {
            Map<String, Line> lines = new TreeMap<>();
            sheet.proposed().forEach((line, figure) -> lines.put(line, line(sheet, line, figure)));
            figures.put(sheet.unit(), lines);
        }
        List<UnitResult> units = new ArrayList<>();
        for (Standing s : standings) {
            Map<String, String> groups = new LinkedHashMap<>();
            s.totals().groups().forEach((code, points) -> groups.put(code, Decimals.text(points)));
            units.add(new UnitResult(
                    s.rank(),
                    s.unit(),
                    Decimals.text(s.totals().total()),
                    Decimals.text(s.totals().totalWithBonus()),
                    Decimals.text(s.totals().bonus()),
                    Decimals.text(s.totals().penalty()),
                    groups,
                    s.knockOuts().stream().map(Enum::name).sorted().toList(),
                    s.band()));
        }
        return new ResultContent(yearId, table, units, figures);
    }

    private static Line line(Sheet sheet, String line, Figure figure) {
        return new Line(
                figure.points() == null ? null : Decimals.text(figure.points()),
                figure.bonus() == null ? null : Decimals.text(figure.bonus()),
                figure.count(),
                !sheet.figure(line, vn.thidua.scoring.sheet.Column.AGREED).none());
    }

    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ResultContent read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a result cannot be read", e);
        }
    }

    /** SHA-256 of the text in UTF-8, in lower-case hex. */
    public static String hash(String json) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
