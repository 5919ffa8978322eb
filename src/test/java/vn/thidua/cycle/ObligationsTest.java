package vn.thidua.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * "Where is S0-16?" has an answer: every duty of the source documents is named by an element of a diagram and by a test, or stands
 * with its reason in {@code docs/obligations-exceptions.yaml}.
 */
class ObligationsTest {
    private static final Path KEYS = Path.of("src/test/resources/obligations.txt");
    private static final Path EXCEPTIONS = Path.of("docs/obligations-exceptions.yaml");
    private static final Path TABLE = Path.of("docs/obligations.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (S\\d-\\d\\d) \\|.*\\| (.*) \\|$");
    private static final Pattern ELEMENT = Pattern.compile("`([a-z-]+/\\w+)`");

    private static Set<String> keys;
    private static Map<String, String> exceptions;
    /** Key to the elements that name it, as {@code diagram/element}. */
    private static Map<String, Set<String>> drawn;

    @BeforeAll
    static void read() throws IOException {
        keys = new TreeSet<>(Files.readAllLines(KEYS));
        exceptions = new Yaml().load(Files.readString(EXCEPTIONS));
        drawn = new TreeMap<>();
        Diagrams.all()
                .forEach(diagram -> diagram.elements()
                        .forEach(element -> Diagrams.OBLIGATION
                                .matcher(Diagrams.documentation(element))
                                .results()
                                .forEach(found -> drawn.computeIfAbsent(found.group(), k -> new TreeSet<>())
                                        .add(diagram + "/"
                                                + (element instanceof Process ? "process" : element.getId())))));
    }

    @Test
    void thereAre125() {
        assertThat(keys).hasSize(125);
        assertThat(keys).containsAll(drawn.keySet()).containsAll(exceptions.keySet());
    }

    @Test
    void everyKeyIsDrawnOrExceptedWithAReason() {
        assertThat(keys)
                .allSatisfy(key -> assertThat(drawn.containsKey(key))
                        .as(key + ": named by an element of a diagram, or excepted; not both, not neither")
                        .isNotEqualTo(exceptions.containsKey(key)));
        assertThat(exceptions)
                .allSatisfy((key, reason) -> assertThat(reason).as(key).hasSizeGreaterThan(20));
    }

    @Test
    void everyDrawnKeyIsNamedByATest() throws IOException {
        String tests = testSources();

        assertThat(drawn.keySet().stream()
                        .filter(key -> !tests.contains(key) && !tests.contains(key.replace('-', '_')))
                        .toList())
                .as("keys that no test names")
                .isEmpty();
    }

    @Test
    void theTableSaysWhere() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Matcher matcher = ROW.matcher(Files.readString(TABLE));
        while (matcher.find()) {
            assertThat(rows.put(matcher.group(1), matcher.group(2))).isNull();
        }

        assertThat(rows.keySet()).isEqualTo(keys);
        rows.forEach((key, where) -> {
            List<String> elements =
                    ELEMENT.matcher(where).results().map(m -> m.group(1)).toList();
            if (exceptions.containsKey(key)) {
                assertThat(elements).as(key).isEmpty();
                assertThat(where).as(key).endsWith(exceptions.get(key));
            } else {
                assertThat(elements).as(key).isNotEmpty();
                assertThat(drawn.get(key)).as(key).containsAll(elements);
            }
        });
    }

    private static String testSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> sources = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.endsWith("ObligationsTest.java"))
                    .toList();
            StringBuilder all = new StringBuilder();
            for (Path source : sources) {
                all.append(Files.readString(source)).append('\n');
            }
            return all.toString();
        }
    }
}
