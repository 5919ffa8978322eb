package vn.thidua.duty.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;

class SubmittedVariablesTest {
    @Test
    void readsPlainValuesAndJsonAndNothingForNull() {
        assertThat(read(Variables.createVariables()
                        .putValue("docNumber", "12/KH-SNV")
                        .putValue("launchedToAll", true)
                        .putValue("note", null)
                        .putValueTyped(
                                "connected",
                                SpinValues.jsonValue("[\"AGG\",\"VLG\"]").create())))
                .isEqualTo(Map.of("docNumber", "12/KH-SNV", "launchedToAll", true, "connected", List.of("AGG", "VLG")));
    }

    @Test
    void takesWhatTheRehearsalHandsOver() {
        List<String> units = List.of("AGG");
        assertThat(read(Variables.createVariables().putValue("present", units))).isEqualTo(Map.of("present", units));
    }

    @Test
    void neverMakesAnObjectOfWhatWasForged() {
        assertThat(read(Variables.createVariables()
                        .putValueTyped(
                                "summary",
                                Variables.serializedObjectValue("rO0ABXNyAA==")
                                        .objectTypeName("com.example.Forged")
                                        .serializationDataFormat("application/x-java-serialized-object")
                                        .create())
                        .putValueTyped("reason", Variables.byteArrayValue(new byte[] {1}))
                        .putValueTyped("text", SpinValues.jsonValue("{\"a\":1}").create())
                        .putValueTyped("broken", SpinValues.jsonValue("{").create())
                        .putValueTyped(
                                "file",
                                Variables.fileValue("x.exe").file(new byte[0]).create())))
                .allSatisfy((name, value) -> assertThat(value).as(name).isInstanceOf(Map.class))
                .hasSize(5);
    }

    private static Map<String, Object> read(VariableMap variables) {
        VariableScope task = mock();
        when(task.getVariablesTyped(false)).thenReturn(variables);
        return SubmittedVariables.of(task);
    }
}
