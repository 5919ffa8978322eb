package vn.thidua.cycle.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.CommentTexts;
import vn.thidua.duty.comment.CommentRounds;
import vn.thidua.duty.comment.RoundKey;
import vn.thidua.duty.form.FormAnswers;

/** The tasks of a comment round: members say that they have commented or have nothing to say, the leader answers what is left with one answer for all. */
@Component("commentRoundTasks")
public class CommentRoundTasks implements TaskListener {
    static final String ANSWER = "userTask_answer";

    /** How the engine counts the parallel tasks. What somebody submits under these names stays with the task. */
    private static final Set<String> COUNTERS =
            Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter", "unit");

    private final CommentTexts texts;
    private final CommentRounds rounds;
    private final TaskForms forms;

    CommentRoundTasks(CommentTexts texts, CommentRounds rounds, TaskForms forms) {
        this.texts = texts;
        this.rounds = rounds;
        this.forms = forms;
    }

    @Override
    public void notify(DelegateTask task) {
        RoundKey key = CommentRoundBean.key(task.getExecution());
        boolean answering = ANSWER.equals(task.getTaskDefinitionKey());
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            task.setName(texts.name(key, answering));
            task.setDescription(texts.description(key, answering));
            forms.show(task, texts.shown(key, answering), Map.of());
            COUNTERS.forEach(name -> task.setVariableLocal(name, ""));
        } else {
            FormAnswers answers = forms.judge(task, answering ? "comment-answers" : "comment", Map.of(), Map.of());
            if (answering) {
                rounds.answerRest(key, answers.text("decision").equals("accept"), answers.text("text"), forms.person());
            } else {
                rounds.said(key, answers.text("answer").equals("none"), answers.text("text"), forms.person());
            }
            clear(task.getExecution());
        }
    }

    /** The process keeps no answers. */
    private static void clear(DelegateExecution execution) {
        List.copyOf(execution.getVariables().keySet()).stream()
                .filter(name -> !COUNTERS.contains(name))
                .forEach(execution::removeVariable);
    }
}
