package vn.thidua.web.task;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * A mail names a duty, whose tasks come and go; this leads to the one that is open now, or to the list of tasks. It tells
 * nothing: who may see the task is Tasklist's to decide after signing in.
 */
@RestController
@ConditionalOnWebApplication
class TaskLinks {
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final JdbcClient jdbc;
    private final TaskService tasks;

    TaskLinks(JdbcClient jdbc, TaskService tasks) {
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    @GetMapping("/viec/{duty:[0-9]{1,18}}")
    ResponseEntity<Void> open(@PathVariable("duty") long duty) {
        List<String> open =
                jdbc.sql("SELECT key FROM duty WHERE id = ?").param(duty).query(String.class).list().stream()
                        .flatMap(key -> tasks
                                .createTaskQuery()
                                .processInstanceBusinessKey(key)
                                .orderByTaskCreateTime()
                                .desc()
                                .listPage(0, 1)
                                .stream())
                        .map(Task::getId)
                        .toList();
        String target = open.isEmpty() ? TASKLIST : TASKLIST + "#/?task=" + open.get(0);
        return ResponseEntity.status(HttpStatus.FOUND)
                .header("Location", target)
                .build();
    }
}
