package vn.thidua.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Moves a plan in time by whole weeks, so that weekdays stay: calendar, milestones and terms of office. Legal documents keep their
 * dates, and everything else of the text, comments included, stays as it is.
 */
public final class PlanShift {
    /** Today lies at least so many days after self-scoring has opened, and less than a week more. */
    private static final long DAYS_INTO_SELF_SCORING = 14;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private PlanShift() {}

    /**
     * The plan moved so that today falls two to three weeks after self-scoring opened; its year is the year in which it opened.
     *
     * @throws IllegalArgumentException where the plan has errors
     */
    public static String intoSelfScoring(String yaml, LocalDate today) {
        Plan plan = read(yaml);
        LocalDateTime opens = new Timeline(plan).opens(DutyCode.SELF_SCORE);
        if (opens == null) {
            throw new IllegalArgumentException("self-score does not open in this plan");
        }
        long late = ChronoUnit.DAYS.between(opens.toLocalDate(), today) - DAYS_INTO_SELF_SCORING;
        long days = late - Math.floorMod(late, 7L);
        return by(yaml, days, opens.toLocalDate().plusDays(days).getYear());
    }

    /**
     * The plan moved by a number of days, negative into the past.
     *
     * @throws IllegalArgumentException where the number is no multiple of 7 or the plan has errors
     */
    public static String by(String yaml, long days, int year) {
        if (days % 7 != 0) {
            throw new IllegalArgumentException("a plan is moved by whole weeks, so that weekdays stay: " + days);
        }
        read(yaml);
        String text = PlanText.normalise(yaml);
        TreeMap<Integer, ScalarNode> scalars = new TreeMap<>();
        collect(PlanText.root(text), "", scalars);
        StringBuilder moved = new StringBuilder(text);
        for (Map.Entry<Integer, ScalarNode> entry : scalars.descendingMap().entrySet()) {
            ScalarNode node = entry.getValue();
            int start = text.offsetByCodePoints(0, node.getStartMark().getIndex());
            int end = text.offsetByCodePoints(0, node.getEndMark().getIndex());
            String old = text.substring(start, end);
            boolean isYear = !DATE.matcher(old).find();
            moved.replace(start, end, isYear ? old.replace(node.getValue(), String.valueOf(year)) : move(old, days));
        }
        return moved.toString();
    }

    private static Plan read(String yaml) {
        PlanReading reading = PlanReader.read(yaml);
        if (reading.plan() == null || reading.hasErrors()) {
            throw new IllegalArgumentException("a plan with errors cannot be moved: " + reading.errors());
        }
        return reading.plan();
    }

    private static String move(String scalar, long days) {
        Matcher date = DATE.matcher(scalar);
        return date.replaceFirst(m -> LocalDate.parse(m.group()).plusDays(days).toString());
    }

    private static void collect(Node node, String path, Map<Integer, ScalarNode> found) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(t -> {
                if (t.getKeyNode() instanceof ScalarNode key) {
                    collect(t.getValueNode(), path + "." + key.getValue(), found);
                }
            });
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(n -> collect(n, path, found));
        } else if (node instanceof ScalarNode scalar && moves(path, scalar.getValue())) {
            found.put(scalar.getStartMark().getIndex(), scalar);
        }
    }

    private static boolean moves(String path, String value) {
        if (path.equals(".year")) {
            return true;
        }
        boolean place = Stream.of(".calendar.holidays.", ".calendar.swapDays", ".milestones.", ".people.")
                .anyMatch((path + ".")::startsWith);
        String key = path.substring(path.lastIndexOf('.') + 1);
        return place && !key.equals("name") && value.strip().matches("\\d{4}-\\d{2}-\\d{2}([ T]+\\d{2}:\\d{2})?");
    }
}
