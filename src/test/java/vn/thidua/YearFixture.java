package vn.thidua;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.ClusterYears;
import vn.thidua.cycle.reading.DutyView;
import vn.thidua.cycle.reading.YearReading;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRepository;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Receipt;
import vn.thidua.journal.Journal;
import vn.thidua.journal.JournalEntry;
import vn.thidua.journal.JournalEvent;
import vn.thidua.plan.DutyCode;
import vn.thidua.plan.PlanReader;
import vn.thidua.plan.PlanReading;
import vn.thidua.rehearsal.Actors;
import vn.thidua.rehearsal.SampleScores;
import vn.thidua.rehearsal.Script;
import vn.thidua.rehearsal.engine.SampleRound;
import vn.thidua.rehearsal.engine.VirtualClock;
import vn.thidua.rehearsal.engine.YearDriver;
import vn.thidua.year.YearStore;

/**
 * A small cluster year of its own in the shared context: five of the sample's thirteen units, the sample's dates. Tests start
 * it late (what lies before lapses at once), drive it to the instant they are about, and end it.
 */
public final class YearFixture {
    /** VLG leads, KGG is its deputy. */
    private static final String PASSWORD = "Mat-khau-thu-2024";

    public static final Set<String> UNITS = Set.of("AGG", "BTE", "CTO", "KGG", "VLG");

    public static final Script SILENT = new Script(List.of(silent(null, null)));
    public static final Script USUAL = Script.USUAL;
    private static final Path SAMPLE = Path.of("plans/tay-nam-bo-2024.yaml");
    private static final Pattern UNIT =
            Pattern.compile("(?m)^  - \\{ (?:code: |.*party: |.*party: UBND-|.*unit: )([A-Z]{3})\\b.*\\n");

    private final ApplicationContext context;
    private final VirtualClock clock;
    private String yearId = "";

    public YearFixture(ApplicationContext context) {
        this.context = context;
        this.clock = new VirtualClock(bean(JdbcClient.class));
    }

    // ---- starting and ending

    /** The text of the small plan; {@code replacements} are pairs of old and new text. */
    public static String plan(String cluster, String... replacements) {
        try {
            String text = Files.readString(SAMPLE).replace("code: tay-nam-bo\n", "code: " + cluster + "\n");
            text = UNIT.matcher(text)
                    .replaceAll(m -> sampleUnit(m.group(1)) && !UNITS.contains(m.group(1))
                            ? ""
                            : java.util.regex.Matcher.quoteReplacement(m.group()));
            for (int i = 0; i < replacements.length; i += 2) {
                if (!text.contains(replacements[i])) {
                    throw new IllegalArgumentException("the plan has no " + replacements[i]);
                }
                text = text.replace(replacements[i], replacements[i + 1]);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean sampleUnit(String code) {
        return Set.of("AGG", "BLU", "BTE", "CMU", "CTO", "DTP", "HGG", "KGG", "LAN", "STG", "TGG", "TVH", "VLG")
                .contains(code);
    }

    /** Starts the year at an instant of Vietnamese time, such as {@code 2024-11-18T07:00}; timers wait for {@link #run}. */
    public YearFixture start(String cluster, String now, String... replacements) {
        return startPlan(plan(cluster, replacements), now);
    }

    public YearFixture startPlan(String yaml, String now) {
        clock.install(instant(now));
        PlanReading reading = PlanReader.read(yaml);
        if (reading.hasErrors()) {
            throw new IllegalArgumentException("the test's plan has errors: " + reading.findings());
        }
        yearId = bean(ClusterYears.class).start(reading, "admin");
        return this;
    }

    /** Ends the year, so that nobody else meets its jobs. Ending twice is nothing. */
    public void end() {
        if (!yearId.isEmpty() && bean(YearStore.class).get(yearId).running()) {
            engine().getIdentityService().clearAuthentication();
            bean(ClusterYears.class).cancel(yearId, "admin", "hết phép thử");
        }
    }

    // ---- time

    /** Vietnamese time, to the microsecond. */
    public static Instant instant(String local) {
        return Vietnam.at(java.time.LocalDateTime.parse(local));
    }

    /** Moves the clock, and nothing else: no timer runs. */
    public void at(String local) {
        clock.set(instant(local));
    }

    public Instant now() {
        return clock.now();
    }

    /** Time passes to an instant; timers run, nobody acts but who {@code script} lets act. */
    public void run(Script script, String until) {
        bean(YearDriver.class).run(yearId, script, instant(until), i -> {});
    }

    /** Everybody stays silent until then. */
    public void run(String until) {
        run(SILENT, until);
    }

    /** Whatever is due now runs. */
    public void settle() {
        bean(YearDriver.class).run(yearId, SILENT, now(), i -> {});
    }

    public static Script.Step silent(
            @org.jspecify.annotations.Nullable String unit, @org.jspecify.annotations.Nullable DutyCode duty) {
        return new Script.Step(unit, false, duty, true, false, null, Map.of());
    }

    public static Script.Step usual(
            @org.jspecify.annotations.Nullable String unit, @org.jspecify.annotations.Nullable DutyCode duty) {
        return new Script.Step(unit, false, duty, false, false, null, Map.of());
    }

    /** Everybody is silent but for these duties, which go as usual. */
    public static Script only(DutyCode... duties) {
        List<Script.Step> steps = new ArrayList<>(List.of(silent(null, null)));
        Arrays.stream(duties).forEach(d -> steps.add(usual(null, d)));
        return new Script(steps);
    }

    public static Script plus(Script script, Script.Step... more) {
        List<Script.Step> steps = new ArrayList<>(script.steps());
        steps.addAll(List.of(more));
        return new Script(steps);
    }

    // ---- tasks and people

    public DutyKey key(DutyType type, String party) {
        return DutyKey.of(yearId, type, party);
    }

    public DutyKey key(DutyType type, String party, String subject) {
        return new DutyKey(yearId, type, party, subject);
    }

    /** The open task of a duty; {@code stage} is submit, review, withdraw, findings or mend. Fails where there is none. */
    public Task task(DutyKey key, String stage) {
        Task task = tasks(key).stream()
                .filter(t -> stage(t).equals(stage))
                .findFirst()
                .orElse(null);
        if (task == null) {
            throw new AssertionError(
                    "no task " + stage + " of " + key + ", but " + stages(key) + "; duty " + duty(key));
        }
        return task;
    }

    public List<Task> tasks(DutyKey key) {
        return engine().getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key.toString())
                .initializeFormKeys()
                .list();
    }

    public Set<String> stages(DutyKey key) {
        return tasks(key).stream().map(YearFixture::stage).collect(Collectors.toSet());
    }

    private static String stage(Task task) {
        return task.getTaskDefinitionKey().replace("userTask_", "").toLowerCase(Locale.ROOT);
    }

    /** What a person would fill in, as the form demands it now. */
    public Map<String, Object> answers(DutyKey key, String stage) {
        if (stage.equals("withdraw")) {
            return new HashMap<>(Map.of("withdraw", true, "reason", "Nộp nhầm bản chưa ký"));
        }
        Actors.OpenTask open = new Actors.OpenTask("", key, stage.equals("mend") ? "submit" : stage, now());
        Actors.Turn turn = new Actors.Turn(
                open, bean(YearStore.class).plan(yearId).people().get(0), now(), false, Map.of());
        return new LinkedHashMap<>(bean(Actors.class).answers(turn, now()));
    }

    /** {@code person} completes the task with the answers of a real form, as Tasklist would; what follows runs. */
    public void complete(DutyKey key, String stage, String person, Map<String, Object> more) {
        if (stage.equals("submit") || stage.equals("mend")) {
            bean(SampleScores.class).prepare(key, person, more);
            if (key.type() == DutyType.CRITERIA) {
                bean(SampleRound.class).hold(yearId);
            }
        }
        Map<String, Object> answers = answers(key, stage);
        answers.putAll(more);
        answers.values().removeIf(v -> v == GONE);
        submit(task(key, stage).getId(), person, answers);
        settle();
    }

    /** An answer that is left out. */
    public static final Object GONE = new Object();

    public void complete(DutyKey key, String stage, String person) {
        complete(key, stage, person, Map.of());
    }

    /** Exactly these variables, by this person, and nothing after it. */
    public void submit(String taskId, String person, Map<String, Object> answers) {
        as(person, () -> engine().getFormService().submitTaskForm(taskId, answers));
    }

    public void as(String person, Runnable what) {
        List<String> groups = engine().getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        List<String> tenants = engine().getIdentityService().createTenantQuery().userMember(person).list().stream()
                .map(t -> t.getId())
                .toList();
        try {
            engine().getIdentityService().setAuthentication(person, groups, tenants);
            what.run();
        } finally {
            engine().getIdentityService().clearAuthentication();
        }
    }

    /** The emulation officer of a unit. */
    public static String officer(String unit) {
        return unit.toLowerCase(Locale.ROOT) + ".chuyenvien";
    }

    /** Gives somebody a password to sign in with. */
    public String password(String person) {
        User user =
                engine().getIdentityService().createUserQuery().userId(person).singleResult();
        user.setPassword(PASSWORD);
        engine().getIdentityService().saveUser(user);
        return PASSWORD;
    }

    // ---- jobs

    /** The timer that waits at an element of the year, a phase or a hand-in. */
    public Job timer(String element) {
        return engine().getManagementService()
                .createJobQuery()
                .tenantIdIn(yearId)
                .activityId(element)
                .singleResult();
    }

    // ---- what came of it

    public Duty duty(DutyKey key) {
        return bean(DutyRepository.class).get(key);
    }

    public List<Duty> duties(DutyType type) {
        return bean(DutyRepository.class).ofType(yearId, type);
    }

    public List<Receipt> receipts(DutyKey key) {
        return bean(DutyRepository.class).receipts(duty(key));
    }

    public List<JournalEntry> journal(JournalEvent event) {
        return bean(Journal.class).read(yearId).stream()
                .filter(e -> e.event() == event)
                .toList();
    }

    /** Entries of one event on a code, about a unit. */
    public List<JournalEntry> journal(JournalEvent event, DutyCode code, String unit) {
        return journal(event).stream()
                .filter(e -> code.code().equals(e.duty()) && unit.equals(e.unit()))
                .toList();
    }

    /** The duties of one kind as the standing agency reads it. */
    public List<DutyView> read(DutyType type) {
        YearReading reading = bean(YearReading.class);
        return duties(type).stream()
                .map(d -> reading.duty("vtdkt.thuongtruc", d.id()).orElseThrow())
                .toList();
    }

    /** Subjects of the mails that one address got of a template. */
    public List<String> mails(String template, String address) {
        return bean(JdbcClient.class)
                .sql("SELECT subject FROM mail_outbox WHERE year_id = ? AND template = ? AND recipient = ?")
                .params(yearId, template, address)
                .query(String.class)
                .list();
    }

    /** The flow nodes that the hand-in of a duty has passed. */
    public Set<String> passed(DutyKey key) {
        HistoryService history = engine().getHistoryService();
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key.toString()).list().stream()
                .flatMap(
                        p -> history.createHistoricActivityInstanceQuery().processInstanceId(p.getId()).list().stream())
                .map(a -> a.getActivityId())
                .collect(Collectors.toSet());
    }

    public String yearId() {
        return yearId;
    }

    public VirtualClock clock() {
        return clock;
    }

    public ProcessEngine engine() {
        return bean(ProcessEngine.class);
    }

    public RuntimeService runtime() {
        return engine().getRuntimeService();
    }

    public TaskService taskService() {
        return engine().getTaskService();
    }

    public ManagementService management() {
        return engine().getManagementService();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
