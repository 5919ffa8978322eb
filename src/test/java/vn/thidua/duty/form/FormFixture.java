package vn.thidua.duty.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The form files and what a server would supply to them. */
final class FormFixture {
    static final LocalDateTime NOW = LocalDateTime.parse("2024-11-25T12:30:45.123456");
    static final Map<String, List<String>> OPTIONS = Map.of(
            "unitOptions", List.of("AGG", "KGG", "VLG"),
            "criterionOptions", List.of("1.1", "1.2", "2.1"),
            "awardOptions", List.of("MINISTRY_CERTIFICATE", "GOVERNMENT_FLAG"),
            "complaintUnits", List.of("tay-nam-bo-2024/AGG", "tay-nam-bo-2024/VLG"),
            "complaintLines", List.of("tay-nam-bo-2024/1.1", "tay-nam-bo-2024/P1"),
            "requestLines", List.of("tay-nam-bo-2024/2.2", "tay-nam-bo-2024/5.2"),
            "years", List.of("tay-nam-bo-2024"),
            "milestones", List.of("supplement", "dossier"));

    private FormFixture() {}

    static List<Path> files() {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(f -> f.toString().endsWith(".form")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> ids() {
        return files().stream()
                .map(f -> f.getFileName().toString().replace(".form", ""))
                .toList();
    }

    static FormContext context() {
        return FormContext.of(OPTIONS, NOW);
    }

    static FormContext context(Map<String, Object> facts) {
        return new FormContext(OPTIONS, facts, NOW);
    }

    /** Valid answers with some of them replaced; null takes an answer away. */
    static FormCheck check(String form, Object... changes) {
        return check(form, context(), changes);
    }

    static FormCheck check(String form, FormContext context, Object... changes) {
        FormSchema schema = FormSchema.load(form);
        Map<String, Object> answers = new HashMap<>(SampleAnswers.fill(schema, context));
        for (int i = 0; i < changes.length; i += 2) {
            answers.put((String) changes[i], changes[i + 1]);
        }
        return FormValidator.validate(schema, answers, context);
    }
}
