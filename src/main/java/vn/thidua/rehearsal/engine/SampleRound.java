package vn.thidua.rehearsal.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.duty.Seats;
import vn.thidua.duty.comment.Comment;
import vn.thidua.duty.comment.CommentReading;
import vn.thidua.duty.comment.CommentRound;
import vn.thidua.duty.comment.CommentRounds;
import vn.thidua.duty.comment.CommentSeats;
import vn.thidua.plan.Plan;
import vn.thidua.scoring.drafting.CriteriaDrafting;
import vn.thidua.scoring.drafting.CriteriaSubject;
import vn.thidua.year.YearStore;

/**
 * A comment round on the draft of the criteria table, held within one instant of a rehearsal: one unit comments, all others have
 * nothing to say, the leader explains. With the last answer the round is over and the table may be issued.
 */
@Component
public class SampleRound {
    private final CommentRounds rounds;
    private final CommentReading reading;
    private final CriteriaDrafting drafting;
    private final YearStore years;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final TimeSource time;

    SampleRound(
            CommentRounds rounds,
            CommentReading reading,
            CriteriaDrafting drafting,
            YearStore years,
            TaskService tasks,
            FormService forms,
            IdentityService identity,
            TimeSource time) {
        this.rounds = rounds;
        this.reading = reading;
        this.drafting = drafting;
        this.years = years;
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.time = time;
    }

    /** Nothing where the draft may be issued already. */
    public void hold(String yearId) {
        if (drafting.missing(yearId).isEmpty()) {
            return;
        }
        Plan plan = years.plan(yearId);
        String author = person(plan, CommentSeats.author(plan));
        CommentRound round = reading.open(yearId, CriteriaSubject.CODE)
                .orElseGet(() -> rounds.open(
                        yearId, CriteriaSubject.CODE, plan.calendar().sameHourNextWorkingDay(time.now()), author));
        List<String> silent = reading.silent(round);
        for (String unit : silent) {
            String member = person(plan, CommentSeats.member(unit));
            boolean first = unit.equals(silent.get(0));
            if (first) {
                rounds.comment(
                        yearId,
                        CriteriaSubject.CODE,
                        "",
                        "Đề nghị gửi kèm hướng dẫn về minh chứng của từng tiêu chí.",
                        member);
            }
            complete(round, member, Map.of("answer", first ? "given" : "none"));
        }
        for (Comment comment : reading.unanswered(yearId, CriteriaSubject.CODE)) {
            rounds.answer(
                    yearId,
                    comment.id(),
                    false,
                    "Minh chứng của từng tiêu chí đã được ghi trong bảng; Cụm trưởng sẽ giải đáp khi đơn vị tự chấm điểm.",
                    author);
        }
    }

    private String person(Plan plan, Seats.Seat seat) {
        return Seats.people(plan, List.of(seat), time.now()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody holds " + seat))
                .id();
    }

    private void complete(CommentRound round, String person, Map<String, Object> answers) {
        List<String> groups = identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(round.key().toString())
                .taskCandidateGroupIn(groups)
                .includeAssignedTasks()
                .list()
                .get(0);
        try {
            identity.setAuthentication(person, groups, List.of(round.yearId()));
            forms.submitTaskForm(task.getId(), answers);
        } finally {
            identity.clearAuthentication();
        }
    }
}
