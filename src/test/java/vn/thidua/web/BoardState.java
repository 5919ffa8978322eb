package vn.thidua.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The figures behind {@link BoardStub}: append-only entries, what follows from them, and the board as one person sees it. */
final class BoardState {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COLUMNS = List.of("SELF", "LEADER", "DEPUTY", "AGREED");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** One entry of one cell, in the order of their stands. */
    record Entry(String unit, String line, String column, ObjectNode cell) {}

    final BoardSample sample;
    final List<Entry> entries = new ArrayList<>();
    final Map<String, ObjectNode> lines = new LinkedHashMap<>();
    private final Map<String, ArrayNode> notes = new LinkedHashMap<>();
    private final long started = System.nanoTime();
    String phase = "MEETING";
    String phaseText = "Họp chấm điểm trực tuyến, dự kiến kết thúc lúc 17:00 ngày 22/11/2024.";
    final ArrayNode results = JSON.createArrayNode();
    private int lastNote;

    BoardState(BoardSample sample) {
        this.sample = sample;
        sample.lines.forEach(line -> lines.put(line.path("code").asText(), line));
        sample.score((unit, line, column, figures, reason) ->
                enter(unit, line.path("code").asText(), column, figures, reason, unit, null));
    }

    Instant now() {
        return Instant.parse("2024-11-22T07:05:00Z").plusNanos(System.nanoTime() - started);
    }

    String turn() {
        return phase + "/" + phaseText;
    }

    int stand() {
        return entries.size() + lastNote;
    }

    Entry enter(
            String unit,
            String line,
            String column,
            JsonNode figures,
            String reason,
            String party,
            @Nullable String undoes) {
        ObjectNode cell = JSON.createObjectNode()
                .put("id", String.valueOf(entries.size() + 1))
                .put("reason", reason)
                .put("by", "Nguyễn Văn " + party)
                .put("byId", party.toLowerCase(java.util.Locale.ROOT) + ".chuyenvien")
                .put("party", party)
                .put("partyName", name(party))
                .put("at", now().toString())
                .put("changes", 1 + (int) history(unit, line, column).count())
                .put("replaced", false)
                .put("undoes", undoes);
        cell.set("points", points(Objects.requireNonNull(lines.get(line)), figures));
        cell.set("bonus", figures.path("bonus").isMissingNode() ? JSON.nullNode() : figures.path("bonus"));
        cell.set("count", figures.path("count").isMissingNode() ? JSON.nullNode() : figures.path("count"));
        Entry entry = new Entry(unit, line, column, cell);
        entries.add(entry);
        return entry;
    }

    /** Where a rule makes the points of how often something happened, it does. */
    private static JsonNode points(ObjectNode line, JsonNode figures) {
        if (figures.path("count").isNumber() && line.path("deduct").isObject()) {
            BigDecimal off = decimal(line.path("deduct").path("points")).multiply(decimal(figures.path("count")));
            BigDecimal most = line.path("deduct").path("most").isNull()
                    ? off
                    : decimal(line.path("deduct").path("most"));
            boolean penalty = line.path("kind").asText().equals("PENALTY");
            BigDecimal points = penalty
                    ? off.min(most)
                    : decimal(line.path("max")).subtract(off.min(most)).max(BigDecimal.ZERO);
            return JSON.getNodeFactory().textNode(points.toPlainString());
        }
        return figures.path("points").isMissingNode() ? JSON.nullNode() : figures.path("points");
    }

    void result(String kind, String hash, String reason) {
        results.addObject()
                .put("number", results.size())
                .put("kind", kind)
                .put("hash", hash)
                .put("at", now().toString())
                .put("reason", reason);
    }

    ObjectNode note(String unit, JsonNode body, String party) {
        lastNote++;
        ObjectNode note = JSON.createObjectNode()
                .put("id", "n" + lastNote)
                .put("kind", body.path("kind").asText())
                .put("text", body.path("text").asText())
                .put("by", "Nguyễn Văn " + party)
                .put("party", party)
                .put("partyName", name(party))
                .put("at", now().toString());
        note.set("about", body.path("about").isMissingNode() ? JSON.nullNode() : body.path("about"));
        notes(unit, body.path("line").asText()).add(note);
        return note;
    }

    ArrayNode notes(String unit, String line) {
        return notes.computeIfAbsent(unit + "|" + line, key -> JSON.createArrayNode());
    }

    private java.util.stream.Stream<Entry> history(String unit, String line, String column) {
        return entries.stream()
                .filter(entry -> entry.unit().equals(unit)
                        && entry.line().equals(line)
                        && entry.column().equals(column));
    }

    @Nullable
    ObjectNode cell(String unit, String line, String column) {
        return history(unit, line, column)
                .reduce((first, second) -> second)
                .map(Entry::cell)
                .orElse(null);
    }

    /** What stood in an entry's cell before it; figures of nothing where there was nothing. */
    JsonNode before(Entry undone) {
        return history(undone.unit(), undone.line(), undone.column())
                .takeWhile(entry -> entry != undone)
                .reduce((first, second) -> second)
                .map(entry -> (JsonNode) entry.cell())
                .orElseGet(JSON::createObjectNode);
    }

    Entry entry(String id) {
        return entries.get(Integer.parseInt(id) - 1);
    }

    boolean mayAgree(String unit, String party) {
        boolean appraiser = party.equals(BoardSample.LEADER) || party.equals(BoardSample.DEPUTY);
        return appraiser
                && !unit.equals(party)
                && List.of("MEETING", "SETTLING").contains(phase);
    }

    ObjectNode board(String party) {
        ObjectNode board = JSON.createObjectNode()
                .put("year", "nam-thu")
                .put("yearName", "Cụm thi đua Sở Nội vụ các tỉnh Tây Nam Bộ năm 2024")
                .put("now", now().toString())
                .put("stand", stand())
                .put("turn", turn())
                .put("phase", phase)
                .put("phaseText", phaseText);
        boolean shown = !phase.equals("BEFORE");
        board.set("groups", shown ? sample.groups : JSON.createArrayNode());
        board.putArray("lines").addAll(shown ? sample.lines : List.of());
        ArrayNode units = board.putArray("units");
        if (shown) {
            Map<String, ObjectNode> current = current();
            sample.units.forEach(unit -> units.add(unit(unit.deepCopy(), party, current)));
        }
        board.set("standings", shown ? standings() : JSON.createArrayNode());
        board.set("results", results);
        return board;
    }

    private Map<String, ObjectNode> current() {
        Map<String, ObjectNode> current = new LinkedHashMap<>();
        entries.forEach(entry -> current.put(entry.unit() + "|" + entry.line() + "|" + entry.column(), entry.cell()));
        return current;
    }

    private ObjectNode unit(ObjectNode unit, String party, Map<String, ObjectNode> current) {
        String code = unit.path("code").asText();
        boolean may = mayAgree(code, party);
        boolean own = code.equals(party);
        unit.put("mayAgree", may)
                .put("mayObject", phase.equals("MEETING"))
                .put("mayMark", may && phase.equals("MEETING"))
                .put("markedOnly", may && phase.equals("SETTLING"))
                .put("settled", false);
        unit.put(
                "whyNot",
                may
                        ? ""
                        : own
                                ? "Không ai chấm điểm đơn vị mình: điểm của đơn vị này do bên thẩm định còn lại thống nhất."
                                : "Chỉ Cụm trưởng và Cụm phó thống nhất điểm; Ông/Bà có thể ghi ý kiến phản biện.");
        ObjectNode cells = unit.putObject("cells");
        for (String line : lines.keySet()) {
            ObjectNode at = cells.putObject(line);
            for (String column : COLUMNS) {
                ObjectNode cell = current.get(code + "|" + line + "|" + column);
                if (cell != null) {
                    at.set(column, cell);
                }
            }
            at.set("proposed", proposed(Objects.requireNonNull(lines.get(line)), at));
            at.put("contested", contested(at));
            ArrayNode said = notes(code, line);
            at.put("marked", marked(said));
            at.put("settled", phase.equals("SETTLING") && line.equals("1.3"));
            at.set("notes", said);
        }
        return unit;
    }

    private static boolean marked(ArrayNode notes) {
        boolean marked = false;
        for (JsonNode note : notes) {
            marked = note.path("kind").asText().equals("MARKED")
                    || marked && !note.path("kind").asText().equals("UNMARKED");
        }
        return marked;
    }

    private static boolean contested(JsonNode at) {
        if (at.has("LEADER") && at.has("DEPUTY")) {
            return !same(at.path("LEADER"), at.path("DEPUTY"));
        }
        JsonNode only = at.has("LEADER") ? at.path("LEADER") : at.path("DEPUTY");
        return !only.isMissingNode() && at.has("SELF") && !same(only, at.path("SELF"));
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return List.of("points", "bonus", "count").stream()
                .allMatch(name -> one.path(name).isNull() || other.path(name).isNull()
                        ? one.path(name).isNull() && other.path(name).isNull()
                        : decimal(one.path(name)).compareTo(decimal(other.path(name))) == 0);
    }

    private static JsonNode proposed(ObjectNode line, JsonNode at) {
        if (at.has("LEADER") && at.has("DEPUTY") && !same(at.path("LEADER"), at.path("DEPUTY"))) {
            BigDecimal step = decimal(line.path("step"));
            BigDecimal half = decimal(at.path("LEADER").path("points"))
                    .add(decimal(at.path("DEPUTY").path("points")))
                    .divide(TWO)
                    .divide(step, 0, RoundingMode.FLOOR)
                    .multiply(step);
            return JSON.createObjectNode()
                    .put("points", half.toPlainString())
                    .putNull("bonus")
                    .putNull("count");
        }
        return at.has("LEADER") ? at.path("LEADER") : at.has("DEPUTY") ? at.path("DEPUTY") : JSON.nullNode();
    }

    static boolean hasFigure(JsonNode cell) {
        return cell.hasNonNull("points") || cell.hasNonNull("bonus") || cell.hasNonNull("count");
    }

    ArrayNode standings() {
        Map<String, ObjectNode> current = current();
        List<ObjectNode> standings = new ArrayList<>();
        for (ObjectNode unit : sample.units) {
            standings.add(standing(unit(unit.deepCopy(), "", current)));
        }
        standings.sort(Comparator.comparing((ObjectNode one) -> decimal(one.path("total")))
                .reversed());
        ArrayNode ranked = JSON.createArrayNode();
        for (ObjectNode standing : standings) {
            BigDecimal total = decimal(standing.path("total"));
            int rank = 1
                    + (int) standings.stream()
                            .filter(other -> decimal(other.path("total")).compareTo(total) > 0)
                            .count();
            ranked.add(standing.put("rank", rank));
        }
        return ranked;
    }

    private ObjectNode standing(ObjectNode unit) {
        ObjectNode standing =
                JSON.createObjectNode().put("unit", unit.path("code").asText());
        Map<String, BigDecimal> groups = new LinkedHashMap<>();
        sample.groups.forEach(group -> groups.put(group.path("code").asText(), BigDecimal.ZERO));
        BigDecimal bonus = BigDecimal.ZERO;
        BigDecimal penalty = BigDecimal.ZERO;
        for (ObjectNode line : lines.values()) {
            JsonNode at = unit.path("cells").path(line.path("code").asText());
            JsonNode figure = hasFigure(at.path("AGREED")) ? at.path("AGREED") : at.path("proposed");
            bonus = bonus.add(decimal(figure.path("bonus")));
            if (line.path("kind").asText().equals("PENALTY")) {
                penalty = penalty.add(decimal(figure.path("points")));
            } else if (line.path("kind").asText().equals("CRITERION")) {
                groups.merge(line.path("group").asText(), decimal(figure.path("points")), BigDecimal::add);
            }
        }
        BigDecimal total = groups.values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(penalty);
        ArrayNode sums = standing.put("total", total.toPlainString())
                .put("totalWithBonus", total.add(bonus).toPlainString())
                .put("bonus", bonus.toPlainString())
                .put("penalty", penalty.toPlainString())
                .put("band", total.compareTo(BigDecimal.valueOf(95)) >= 0 ? "Xuất sắc" : "Tốt")
                .putArray("groups");
        groups.values().forEach(sum -> sums.add(sum.toPlainString()));
        ArrayNode out = standing.putArray("knockOuts");
        if (standing.path("unit").asText().equals("STG")) {
            out.add("NO_PLEDGE");
        }
        standing.putObject("columns");
        return standing;
    }

    private String name(String party) {
        return sample.units.stream()
                .filter(unit -> unit.path("code").asText().equals(party))
                .map(unit -> unit.path("name").asText())
                .findFirst()
                .orElse(party);
    }

    private static BigDecimal decimal(JsonNode figure) {
        return figure.isNull() || figure.isMissingNode() ? BigDecimal.ZERO : new BigDecimal(figure.asText());
    }
}
