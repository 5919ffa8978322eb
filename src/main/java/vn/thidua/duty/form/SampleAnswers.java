package vn.thidua.duty.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.duty.form.FormRule.Asked;

/** Valid answers to any form, for rehearsals and tests: the same every time, in plausible words. */
public final class SampleAnswers {
    private static final Map<String, Object> GIVEN = SampleValues.GIVEN;

    private SampleAnswers() {}

    /** As {@link #fill(FormSchema, FormContext)} with nothing known but options and day. */
    public static Map<String, Object> fill(FormSchema schema, Map<String, List<String>> options, LocalDate today) {
        return fill(schema, FormContext.of(options, today.atStartOfDay()));
    }

    /**
     * Answers as a browser would submit them: of several possible answers the one that hands in, accepts or agrees; one line
     * marked as supplementable; paper handed over just before.
     */
    public static Map<String, Object> fill(FormSchema schema, FormContext context) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (FormField field : schema.fields()) {
            Object value = value(schema.id(), field, context);
            if (value != null) {
                answers.put(field.key(), value);
            }
        }
        agree(schema, answers, context);
        Map<String, Object> known = FormValidator.known(schema, answers, context);
        schema.fields().stream().filter(f -> f.hidden(known)).forEach(f -> answers.remove(f.key()));
        if (answers.containsKey("total")) {
            BigDecimal sum = ScoreRules.sum(new FormAnswers(answers, java.util.Set.of()));
            answers.put("total", sum);
        }
        // Forms send decimals as text, so that nothing is rounded on the way.
        answers.replaceAll((key, value) -> value instanceof BigDecimal number ? number.toPlainString() : value);
        return answers;
    }

    private static @Nullable Object value(String form, FormField field, FormContext context) {
        Object given = GIVEN.getOrDefault(form + "/" + field.key(), GIVEN.get(field.key()));
        if (given == SampleValues.NOTHING || given == null && !field.required()) {
            return null;
        }
        return switch (field.type()) {
            case TEXT, AREA -> given instanceof String text ? text : SampleValues.text(field);
            case NUMBER -> number(field, given, context);
            case DATE -> given instanceof Integer days ? day(context, days) : day(context, 0);
            case TIME -> given == null ? "14:00" : given;
            case DATETIME -> past(context, field);
            case CHECKBOX -> true;
            case RADIO, SELECT ->
                given instanceof Integer index
                        ? field.options(context).get(index)
                        : field.options(context).stream().findFirst().orElse(null);
            case CHECKLIST, TAGLIST ->
                given == SampleValues.FIRST
                        ? field.options(context).stream().limit(1).toList()
                        : field.options(context);
        };
    }

    private static BigDecimal number(FormField field, @Nullable Object given, FormContext context) {
        if (given instanceof BigDecimal number) {
            return number;
        }
        String fact = field.property("maxFact");
        if (fact != null && context.facts().get(fact) instanceof Number max) {
            return new BigDecimal(max.toString());
        }
        return field.min() == null ? BigDecimal.ONE : field.min();
    }

    private static String day(FormContext context, int days) {
        return context.now().toLocalDate().plusDays(days).toString();
    }

    /** Just now, or when the server knows that it happened (fact of the field's own key). */
    private static String past(FormContext context, FormField field) {
        Object known = context.facts().get(field.key());
        LocalDateTime when = known instanceof LocalDateTime time ? time : context.now();
        return when.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** Makes answers that depend on each other agree. */
    private static void agree(FormSchema schema, Map<String, Object> answers, FormContext context) {
        if (schema.id().equals("award-vote")) {
            Asked asked = new Asked(schema, new FormAnswers(answers, java.util.Set.of()), context);
            Object own = VoteFormRules.ownCaseBarred(asked) ? context.facts().get("ownUnit") : null;
            List<String> voters = asked.answers().list("present").stream()
                    .filter(u -> !u.equals(own))
                    .toList();
            answers.put("votedInRoom", voters);
            answers.put("votesFor", BigDecimal.valueOf(voters.size()));
        }
        if (schema.id().equals("next-leaders")) {
            BigDecimal all = BigDecimal.valueOf(context.options("unitOptions").size());
            answers.put("votesForLeader", all);
            answers.put("votesForDeputy", all);
        }
    }
}
