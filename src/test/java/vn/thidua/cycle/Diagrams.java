package vn.thidua.cycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The diagrams of {@code bpmn/} as models, without an engine, for the tests that judge how they are drawn. */
final class Diagrams {
    static final Path FOLDER = Path.of("bpmn");
    static final Pattern OBLIGATION = Pattern.compile("\\bS[0-4]-\\d\\d\\b");
    private static final List<Diagram> ALL = read();

    private Diagrams() {}

    /** One file: its name without ending, its text and its model. */
    record Diagram(String name, String text, BpmnModelInstance model) {

        Process process() {
            return all(Process.class).iterator().next();
        }

        <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return model.getModelElementsByType(type);
        }

        /** The process and everything drawn in it. */
        List<BaseElement> elements() {
            return Stream.concat(Stream.of(process()), all(FlowElement.class).stream())
                    .map(BaseElement.class::cast)
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Diagram> all() {
        return ALL;
    }

    static String documentation(BaseElement element) {
        return String.join(
                " ",
                element.getDocumentations().stream()
                        .map(d -> d.getTextContent())
                        .toList());
    }

    private static List<Diagram> read() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(Diagrams::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Diagram read(Path file) {
        try {
            String name = file.getFileName().toString().replace(".bpmn", "");
            return new Diagram(name, Files.readString(file), Bpmn.readModelFromFile(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
