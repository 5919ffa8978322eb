package vn.thidua.rehearsal.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyType;
import vn.thidua.journal.seal.Sealer;
import vn.thidua.mail.MailSenderJob;
import vn.thidua.rehearsal.Actors;
import vn.thidua.rehearsal.Actors.OpenTask;
import vn.thidua.rehearsal.Actors.Turn;
import vn.thidua.rehearsal.RehearsalFiles;
import vn.thidua.rehearsal.SampleScores;
import vn.thidua.rehearsal.Script;

/**
 * Runs one cluster year from instant to instant: the next timer, or the next person's turn. People sign in and complete
 * their tasks' forms as Tasklist would; jobs run as the job executor would run them; after each
 * instant mails go out, those with the journal's checkpoints too; at the end the journal is sealed.
 */
@Component
public class YearDriver {
    /** Files and complaints on which people must rule, figures that units ask departments for, and comments on drafts are no part of a script. */
    private static final List<String> NOT_SCRIPTED = List.of("ruling:", "dataRequest:", "commentRound:", "complaint:");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final ManagementService management;
    private final IdentityService identity;
    private final Sealer sealer;
    private final MailSenderJob mail;
    private final Actors actors;
    private final RehearsalFiles files;
    private final SampleScores scores;
    private final SampleRound round;
    private final VirtualClock clock;

    YearDriver(
            RuntimeService runtime,
            TaskService tasks,
            FormService forms,
            ManagementService management,
            IdentityService identity,
            Sealer sealer,
            MailSenderJob mail,
            Actors actors,
            RehearsalFiles files,
            SampleScores scores,
            SampleRound round,
            JdbcClient jdbc) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.management = management;
        this.identity = identity;
        this.sealer = sealer;
        this.mail = mail;
        this.actors = actors;
        this.files = files;
        this.scores = scores;
        this.round = round;
        this.clock = new VirtualClock(jdbc);
    }

    /** Is told how a run gets on. */
    public interface Watcher {
        void reached(Instant instant);

        /** What somebody handed in was not taken; the year goes on without it, if this returns. */
        default void refused(Turn turn, Instant now, String message) {
            throw new IllegalStateException(turn.task().key() + " refused: " + message);
        }
    }

    /** One run's memory: what has been seen, and who is whose turn. */
    private static final class Run {
        final Map<String, DutyKey> keys = new HashMap<>();
        final Map<String, Turn> turns = new LinkedHashMap<>();
        final Set<String> silent = new HashSet<>();
        final Map<String, List<String>> groups = new HashMap<>();
    }

    /**
     * Drives the year until nothing is left to happen, or to {@code until}, where time then stands.
     *
     * @param watcher told each instant reached
     * @return the last instant reached
     */
    public Instant run(String yearId, Script script, @Nullable Instant until, Watcher watcher) {
        Run run = new Run();
        while (true) {
            Instant now = clock.now();
            settle(yearId, script, run, now, watcher);
            files.lookAfter();
            sealer.sealForCheckpoints();
            mail.sendDue();
            Optional<Instant> next = next(yearId, run).filter(i -> until == null || !i.isAfter(until));
            if (next.isEmpty()) {
                sealer.sealAll();
                if (until != null && until.isAfter(now)) {
                    clock.set(until);
                }
                return clock.now();
            }
            clock.set(next.get().isBefore(now) ? now : next.get());
            watcher.reached(next.get());
        }
    }

    /** Jobs and turns at one instant, until none is left. Whoever closes a session does so when all others are done. */
    private void settle(String yearId, Script script, Run run, Instant now, Watcher watcher) {
        boolean moved = true;
        while (moved) {
            moved = jobs(yearId);
            look(yearId, script, run);
            for (Turn turn : due(run, now)) {
                run.turns.remove(turn.task().taskId());
                // What was done just before may have ended this task.
                if (tasks.createTaskQuery().taskId(turn.task().taskId()).count() == 1) {
                    act(run, turn, now, watcher);
                }
                moved = true;
            }
        }
    }

    private static List<Turn> due(Run run, Instant now) {
        List<Turn> due = run.turns.values().stream()
                .filter(t -> !t.at().isAfter(now))
                .sorted(Comparator.comparing(Turn::at)
                        .thenComparing(t -> t.task().key().toString()))
                .toList();
        List<Turn> first =
                due.stream().filter(t -> !closesSession(t.task().key().type())).toList();
        return first.isEmpty() ? due.stream().limit(1).toList() : first;
    }

    private static boolean closesSession(DutyType type) {
        return type == DutyType.MEETING_MINUTES || type == DutyType.CONFERENCE_MINUTES;
    }

    private boolean jobs(String yearId) {
        boolean any = false;
        while (true) {
            List<Job> due = management
                    .createJobQuery()
                    .tenantIdIn(yearId)
                    .executable()
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 50);
            if (due.isEmpty()) {
                return any;
            }
            for (Job job : due) {
                any |= execute(job);
            }
        }
    }

    private boolean execute(Job job) {
        if (management.createJobQuery().jobId(job.getId()).count() == 0) {
            return false; // an earlier one ended it
        }
        try {
            management.executeJob(job.getId());
            return true;
        } catch (OptimisticLockingException e) {
            return true; // as with the job executor: it is simply tried again
        }
    }

    private void look(String yearId, Script script, Run run) {
        Set<String> open = new HashSet<>();
        for (Task task : tasks.createTaskQuery().tenantIdIn(yearId).list()) {
            open.add(task.getId());
            boolean notScripted = NOT_SCRIPTED.stream().anyMatch(task.getProcessDefinitionId()::startsWith);
            if (notScripted || run.turns.containsKey(task.getId()) || run.silent.contains(task.getId())) {
                continue;
            }
            OpenTask one = new OpenTask(
                    task.getId(),
                    key(run, task),
                    task.getTaskDefinitionKey().replace("userTask_", "").toLowerCase(Locale.ROOT),
                    task.getCreateTime().toInstant());
            Optional<Turn> turn = actors.turn(one, script);
            turn.ifPresent(t -> run.turns.put(task.getId(), t));
            if (turn.isEmpty() && one.key().type() != DutyType.PAPER_ENTRY) {
                run.silent.add(task.getId());
            }
        }
        run.turns.keySet().retainAll(open);
    }

    private DutyKey key(Run run, Task task) {
        return run.keys.computeIfAbsent(task.getProcessInstanceId(), id -> {
            ProcessInstance instance =
                    runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
            return DutyKey.parse(instance.getBusinessKey());
        });
    }

    private void act(Run run, Turn turn, Instant now, Watcher watcher) {
        String person = turn.person().id();
        List<String> groups = run.groups.computeIfAbsent(
                person,
                id -> identity.createGroupQuery().groupMember(id).list().stream()
                        .map(Group::getId)
                        .toList());
        try {
            if (turn.task().submitting()) {
                files.handIn(turn, now);
                scores.prepare(turn.task().key(), person, turn.answers());
                if (turn.task().key().type() == DutyType.CRITERIA) {
                    round.hold(turn.task().key().yearId());
                }
            }
            identity.setAuthentication(person, groups, List.of(turn.task().key().yearId()));
            forms.submitTaskForm(turn.task().taskId(), actors.answers(turn, now));
        } catch (DutyRefused e) {
            run.silent.add(turn.task().taskId());
            watcher.refused(turn, now, String.valueOf(e.getMessage()));
        } catch (ProcessEngineException e) {
            run.silent.add(turn.task().taskId());
            watcher.refused(turn, now, refusal(e));
        } finally {
            identity.clearAuthentication();
        }
    }

    private static String refusal(ProcessEngineException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof DutyRefused refused) {
                return String.valueOf(refused.getMessage());
            }
        }
        throw e;
    }

    private Optional<Instant> next(String yearId, Run run) {
        Optional<Instant> job =
                management
                        .createJobQuery()
                        .tenantIdIn(yearId)
                        .timers()
                        .orderByJobDuedate()
                        .asc()
                        .listPage(0, 1)
                        .stream()
                        .map(j -> j.getDuedate().toInstant())
                        .findFirst();
        Optional<Instant> turn = run.turns.values().stream().map(Turn::at).min(Comparator.naturalOrder());
        return java.util.stream.Stream.of(job, turn).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
}
