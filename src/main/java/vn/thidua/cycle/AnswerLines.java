package vn.thidua.cycle;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.thidua.cycle.documents.DocumentForms;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.form.AnswerWords;
import vn.thidua.duty.form.FormField;
import vn.thidua.duty.form.FormSchema;
import vn.thidua.plan.Group;
import vn.thidua.plan.Plan;

/** The answers of a receipt as people read them: with the labels of the form, in its order, names instead of codes. */
public final class AnswerLines {

    /** Both as plain text, whatever people wrote: who shows it escapes it. */
    public record Line(String label, String value) {}

    private static final Pattern GROUP = Pattern.compile("group([1-8])");

    private AnswerLines() {}

    public static List<Line> of(Plan plan, DutyType type, Map<String, Object> answers) {
        Map<String, String> names = names(plan);
        return fields(type)
                .filter(field -> answers.get(field.key()) != null)
                .map(field -> new Line(label(plan, field), AnswerWords.of(field, answers.get(field.key()), names)))
                .toList();
    }

    /** Of the form beside a sheet, of the one that comes with files and of the one that came without: receipts of all stay readable. */
    private static Stream<FormField> fields(DutyType type) {
        Map<String, FormField> fields = new LinkedHashMap<>();
        Stream.of(DocumentForms.sheetForm(type), DocumentForms.form(type), type.form())
                .flatMap(form -> FormSchema.load(form).fields().stream())
                .forEach(field -> fields.putIfAbsent(field.key(), field));
        return fields.values().stream();
    }

    /** Forms number the groups of criteria; the plan names them. */
    private static String label(Plan plan, FormField field) {
        Matcher group = GROUP.matcher(field.key());
        List<Group> groups = plan.criteria().groups();
        if (!group.matches() || Integer.parseInt(group.group(1)) > groups.size()) {
            return field.name();
        }
        Group named = groups.get(Integer.parseInt(group.group(1)) - 1);
        return field.name() + " (" + named.code() + ". " + named.name() + ")";
    }

    /** What codes in answers stand for: units, criteria, awards. */
    static Map<String, String> names(Plan plan) {
        Map<String, String> names = new HashMap<>();
        plan.units().forEach(u -> names.put(u.code(), u.name()));
        plan.criteria()
                .groups()
                .forEach(g -> g.criteria().forEach(c -> names.put(c.code(), c.code() + ". " + c.name())));
        plan.votes().awards().forEach(a -> names.put(a.code(), a.name()));
        return names;
    }
}
