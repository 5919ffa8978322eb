package vn.thidua.scoring.criteria;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.Criteria;
import vn.thidua.plan.Group;

/**
 * What one criteria table says otherwise than another, one Vietnamese sentence each, in the table's order. Lines are the same where
 * kind and code are.
 *
 * @param added lines that only the later one has
 * @param removed lines that only the earlier one has
 * @param changed lines of both that say something else, and what is said of the whole table
 */
public record CriteriaDiff(List<String> added, List<String> removed, List<String> changed) {

    public CriteriaDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** Both say the same. */
    public boolean nothing() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    /** All of it: changes, then what is new, then what is gone. */
    public List<String> sentences() {
        List<String> all = new ArrayList<>(changed);
        all.addAll(added);
        all.addAll(removed);
        return all;
    }

    public static CriteriaDiff between(Criteria before, Criteria after) {
        Collected found = new Collected();
        whole(before, after, found);
        compare("nhóm", groups(before), groups(after), found);
        compare("tiêu chí", lines(before, Line.Kind.CRITERION), lines(after, Line.Kind.CRITERION), found);
        compare("mục thưởng", lines(before, Line.Kind.BONUS), lines(after, Line.Kind.BONUS), found);
        compare("mục trừ", lines(before, Line.Kind.PENALTY), lines(after, Line.Kind.PENALTY), found);
        compare("mức xếp loại", bands(before), bands(after), found);
        return new CriteriaDiff(found.added, found.removed, found.changed);
    }

    /** One line as it is compared: what it is called in a sentence, what describes it, and its properties by their names. */
    private record Item(String title, String describedAs, Map<String, String> properties) {}

    private static final class Collected {
        final List<String> added = new ArrayList<>();
        final List<String> removed = new ArrayList<>();
        final List<String> changed = new ArrayList<>();
    }

    private static void whole(Criteria before, Criteria after, Collected found) {
        Map<String, String> was = new LinkedHashMap<>();
        Map<String, String> is = new LinkedHashMap<>();
        was.put("văn bản kèm theo", quoted(before.reference()));
        is.put("văn bản kèm theo", quoted(after.reference()));
        was.put("xếp hạng theo", quoted(CriteriaWords.of(before.rankBy())));
        is.put("xếp hạng theo", quoted(CriteriaWords.of(after.rankBy())));
        was.put("tổng điểm tối đa", CriteriaWords.points(before.total()));
        is.put("tổng điểm tối đa", CriteriaWords.points(after.total()));
        differences("Toàn bảng", was, is, found);
    }

    private static void compare(String what, Map<String, Item> before, Map<String, Item> after, Collected found) {
        before.forEach((code, item) -> {
            if (!after.containsKey(code)) {
                found.removed.add("Bỏ " + item.title() + item.describedAs() + ".");
            }
        });
        after.forEach((code, item) -> {
            Item was = before.get(code);
            if (was == null) {
                found.added.add("Thêm " + item.title() + item.describedAs() + ".");
            } else {
                differences(capital(item.title()), was.properties(), item.properties(), found);
            }
        });
        List<String> kept = before.keySet().stream().filter(after::containsKey).toList();
        List<String> now = after.keySet().stream().filter(before::containsKey).toList();
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(kept.get(i))) {
                found.changed.add("Thứ tự các " + what + " thay đổi, kể từ «" + now.get(i) + "».");
                return;
            }
        }
    }

    private static void differences(
            String title, Map<String, String> before, Map<String, String> after, Collected found) {
        List<String> parts = new ArrayList<>();
        after.forEach((name, value) -> {
            String was = Objects.requireNonNullElse(before.get(name), "");
            if (!was.equals(value)) {
                parts.add(name + " từ " + was + " thành " + value);
            }
        });
        if (!parts.isEmpty()) {
            found.changed.add(title + ": " + String.join("; ", parts) + ".");
        }
    }

    private static Map<String, Item> groups(Criteria criteria) {
        return byCode(criteria.groups(), Group::code, g -> {
            Map<String, String> properties = new LinkedHashMap<>();
            properties.put("tên", quoted(g.name()));
            properties.put("điểm tối đa", CriteriaWords.points(g.max()));
            return new Item(
                    "nhóm " + g.code(),
                    " " + quoted(g.name()) + ", tối đa " + CriteriaWords.points(g.max()) + " điểm",
                    properties);
        });
    }

    private static Map<String, Item> bands(Criteria criteria) {
        return byCode(criteria.bands(), Criteria.Band::name, b -> {
            String from = CriteriaWords.points(b.from());
            return new Item("mức " + quoted(b.name()), " từ " + from + " điểm", Map.of("từ số điểm", from));
        });
    }

    private static Map<String, Item> lines(Criteria criteria, Line.Kind kind) {
        List<Line> lines = CriteriaTable.lines(criteria).stream()
                .filter(line -> line.kind() == kind)
                .toList();
        return byCode(lines, Line::code, CriteriaDiff::item);
    }

    private static Item item(Line line) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("nội dung", quoted(line.name()));
        if (line.group() != null) {
            properties.put("nhóm", line.group());
        }
        if (line.kind() != Line.Kind.PENALTY) {
            properties.put("điểm tối đa", CriteriaWords.points(line.max()));
            properties.put("bước điểm", CriteriaWords.points(line.step()));
        }
        if (line.kind() == Line.Kind.CRITERION) {
            properties.put("điểm thưởng tối đa", CriteriaWords.orNone(line.bonusMax()));
            properties.put("quy định trừ điểm", text(line.penaltyText()));
            properties.put("phải có minh chứng", line.evidence() ? "có" : "không");
            properties.put("nơi cấp số liệu", text(line.supplier()));
        }
        if (line.kind() != Line.Kind.BONUS) {
            properties.put("mức trừ", line.deduct() == null ? "không" : CriteriaWords.of(line.deduct()));
            properties.put(
                    "số liệu hệ thống có", line.known() == null ? "không" : quoted(CriteriaWords.of(line.known())));
        }
        String described = switch (line.kind()) {
            case CRITERION ->
                ", tối đa " + CriteriaWords.points(line.max()) + " điểm, nhóm " + Objects.toString(line.group(), "");
            case BONUS -> ", tối đa " + CriteriaWords.points(line.max()) + " điểm";
            case PENALTY -> line.deduct() == null ? "" : ", " + CriteriaWords.of(line.deduct()) + " điểm";
        };
        return new Item(title(line), " " + quoted(line.name()) + described, properties);
    }

    private static String title(Line line) {
        return switch (line.kind()) {
                    case CRITERION -> "tiêu chí ";
                    case BONUS -> "mục thưởng ";
                    case PENALTY -> "mục trừ ";
                }
                + line.code();
    }

    private static <T> Map<String, Item> byCode(List<T> records, Function<T, String> code, Function<T, Item> item) {
        Map<String, Item> items = new LinkedHashMap<>();
        records.forEach(record -> items.put(code.apply(record), item.apply(record)));
        return items;
    }

    private static String text(@Nullable String text) {
        return text == null || text.isEmpty() ? "không" : quoted(text);
    }

    private static String quoted(String text) {
        return "«" + text + "»";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
