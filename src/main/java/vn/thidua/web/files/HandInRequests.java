package vn.thidua.web.files;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cycle.documents.Drafts;
import vn.thidua.cycle.documents.FileAccess;
import vn.thidua.cycle.documents.FileView;
import vn.thidua.cycle.documents.HandInView;
import vn.thidua.cycle.documents.HandInViews;
import vn.thidua.duty.Duty;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.DutyRepository;
import vn.thidua.evidence.submission.Submissions;

/** What the page of a duty's files asks and does besides uploading. */
@RestController
@ConditionalOnWebApplication
class HandInRequests {
    private final HandInViews views;
    private final Submissions submissions;
    private final Drafts drafts;
    private final FileAccess access;
    private final DutyRepository duties;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final FileCaller caller;

    HandInRequests(
            HandInViews views,
            Submissions submissions,
            Drafts drafts,
            FileAccess access,
            DutyRepository duties,
            TaskService tasks,
            RuntimeService runtime,
            FileCaller caller) {
        this.views = views;
        this.submissions = submissions;
        this.drafts = drafts;
        this.access = access;
        this.duties = duties;
        this.tasks = tasks;
        this.runtime = runtime;
        this.caller = caller;
    }

    record Cited(
            @Nullable String number,
            @Nullable String issued,
            @Nullable String issuer) {}

    record Reason(@Nullable String reason) {}

    record Declined(@Nullable String slot, boolean declined) {}

    record Answered(@Nullable Map<String, Object> answers) {}

    @GetMapping("/tep/nhiem-vu/{task}")
    HandInView ofTask(@PathVariable("task") String task, HttpServletRequest request) {
        String person = caller.reading(request);
        Task found = tasks.createTaskQuery().taskId(task).singleResult();
        if (found == null) {
            throw new FileErrors.Missing();
        }
        return views.of(person, duty(found).id(), true).orElseThrow(FileErrors.Missing::new);
    }

    @GetMapping("/tep/viec/{duty}")
    HandInView ofDuty(@PathVariable("duty") long duty, HttpServletRequest request) {
        return views.of(caller.reading(request), duty, false).orElseThrow(FileErrors.Missing::new);
    }

    @PutMapping("/tep/{file}/trich-yeu")
    FileView cite(@PathVariable("file") long file, @RequestBody Cited cited, HttpServletRequest request) {
        String person = visible(file, request);
        return views.file(submissions.cite(file, person, cited.number(), date(cited.issued()), cited.issuer()));
    }

    @PostMapping("/tep/{file}/rut-lai")
    FileView withdraw(@PathVariable("file") long file, @RequestBody Reason reason, HttpServletRequest request) {
        String person = visible(file, request);
        return views.file(submissions.withdraw(file, person, reason.reason() == null ? "" : reason.reason()));
    }

    @PutMapping("/tep/viec/{duty}/khong-bo-sung")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@PathVariable("duty") long duty, @RequestBody Declined declined, HttpServletRequest request) {
        String person = toWhomItIsThere(duty, caller.changing(request));
        submissions.decline(duty, declined.slot() == null ? "" : declined.slot(), declined.declined(), person);
    }

    @PutMapping("/tep/viec/{duty}/nhap")
    HandInView.Saved save(@PathVariable("duty") long duty, @RequestBody Answered answered, HttpServletRequest request) {
        String person = toWhomItIsThere(duty, caller.changing(request));
        Drafts.Draft draft = drafts.save(duty, answered.answers() == null ? Map.of() : answered.answers(), person);
        return views.saved(duty, draft);
    }

    private String visible(long file, HttpServletRequest request) {
        String person = caller.changing(request);
        if (access.file(person, file).isEmpty()) {
            throw new FileErrors.Missing();
        }
        return person;
    }

    private String toWhomItIsThere(long duty, String person) {
        if (!views.visible(person, duty)) {
            throw new FileErrors.Missing();
        }
        return person;
    }

    /** Other tasks than those of a duty have no files. */
    private Duty duty(Task task) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .processDefinitionKey("handIn")
                .list()
                .stream()
                .findFirst()
                .flatMap(instance -> duties.find(DutyKey.parse(instance.getBusinessKey())))
                .orElseThrow(FileErrors.Missing::new);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new DutyRefused("Ngày ban hành «" + text + "» không phải một ngày. Chọn lại ngày.");
        }
    }
}
