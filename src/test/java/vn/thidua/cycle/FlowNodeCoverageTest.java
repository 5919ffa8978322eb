package vn.thidua.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.ThiduaTest;

/**
 * Every flow node of every diagram is passed by some test, each lapse path included: read from the engine's history after all
 * other tests have run. A run of a few chosen tests ({@code -Dtest=…}) is not judged.
 */
@ThiduaTest
@Order(Integer.MAX_VALUE)
class FlowNodeCoverageTest {

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("Every flow node of every diagram is passed by some test")
    void everyFlowNode() {
        assumeTrue(System.getProperty("test") == null, "only some tests were asked for");
        boolean maven = System.getProperty("surefire.test.class.path") != null;
        int years = jdbc.sql("SELECT count(*) FROM cluster_year")
                .query(Integer.class)
                .single();
        assumeTrue(maven || years > 0, "no other test has run in this JVM");

        assertThat(notPassed()).as("flow nodes that no test passes").isEmpty();
    }

    private Set<String> notPassed() {
        Set<String> missing = new TreeSet<>();
        for (Diagrams.Diagram diagram : Diagrams.all()) {
            Set<String> passed = passed(diagram.process().getId());
            List<String> drawn =
                    diagram.all(FlowNode.class).stream().map(FlowNode::getId).toList();
            drawn.stream().filter(id -> !passed.contains(id)).forEach(id -> missing.add(diagram.name() + "/" + id));
        }
        return missing;
    }

    private Set<String> passed(String process) {
        return history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .listPage(0, 1)
                        .isEmpty()
                ? Set.of()
                : jdbc
                        .sql("SELECT DISTINCT act_id_ FROM act_hi_actinst WHERE proc_def_key_ = ?")
                        .param(process)
                        .query(String.class)
                        .list() // a stream of rows would keep its connection
                        .stream()
                        .collect(Collectors.toSet());
    }
}
