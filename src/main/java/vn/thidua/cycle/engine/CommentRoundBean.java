package vn.thidua.cycle.engine;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.CommentTexts;
import vn.thidua.duty.comment.CommentReading;
import vn.thidua.duty.comment.CommentRounds;
import vn.thidua.duty.comment.CommentSeats;
import vn.thidua.duty.comment.RoundKey;
import vn.thidua.year.YearStore;

/** The questions and acts of the diagram {@code commentRound}; all answers come from the tables, by the business key. */
@Component("commentRound")
public class CommentRoundBean {
    private final CommentRounds rounds;
    private final CommentReading reading;
    private final CommentTexts texts;
    private final YearStore years;

    CommentRoundBean(CommentRounds rounds, CommentReading reading, CommentTexts texts, YearStore years) {
        this.texts = texts;
        this.rounds = rounds;
        this.reading = reading;
        this.years = years;
    }

    static RoundKey key(DelegateExecution execution) {
        return RoundKey.parse(execution.getProcessBusinessKey());
    }

    /** The units that are asked. */
    public List<String> units(DelegateExecution execution) {
        return CommentSeats.asked(years.plan(key(execution).yearId()));
    }

    /** Candidate groups of a unit, separated by commas. */
    public String members(DelegateExecution execution, String unit) {
        return String.join(",", Groups.of(key(execution).yearId(), List.of(CommentSeats.member(unit))));
    }

    /** Candidate groups of those who answer. */
    public String authors(DelegateExecution execution) {
        String yearId = key(execution).yearId();
        return String.join(",", Groups.of(yearId, List.of(CommentSeats.author(years.plan(yearId)))));
    }

    public Date ends(DelegateExecution execution) {
        return Date.from(reading.get(key(execution)).endsAt());
    }

    /** Of the leader's task, when what was drafted is due; null where nothing is due any more. */
    public @Nullable Date dueDate(DelegateExecution execution) {
        return CommentRoundTasks.ANSWER.equals(execution.getCurrentActivityId())
                ? texts.answersDue(key(execution)).map(Date::from).orElse(null)
                : ends(execution);
    }

    public void close(DelegateExecution execution) {
        rounds.timeOver(key(execution));
    }

    /** Something was said that nobody has answered. */
    public boolean unanswered(DelegateExecution execution) {
        return !rounds.allAnswered(reading.get(key(execution)));
    }
}
