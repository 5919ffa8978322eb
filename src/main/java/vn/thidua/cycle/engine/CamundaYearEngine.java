package vn.thidua.cycle.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.YearEngine;
import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;
import vn.thidua.duty.Seats;
import vn.thidua.plan.DutyCode;
import vn.thidua.year.YearStore;

/** The year on Camunda: starts it, and passes on what the tables have decided. */
@Component
@Lazy
class CamundaYearEngine implements YearEngine {
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final YearStore years;
    private final MovedTasks movedTasks;
    private final TaskSeats taskSeats;

    CamundaYearEngine(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy ManagementService management,
            YearStore years,
            MovedTasks movedTasks,
            TaskSeats taskSeats) {
        this.movedTasks = movedTasks;
        this.taskSeats = taskSeats;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.years = years;
    }

    @Override
    public void start(String yearId) {
        runtime.createProcessInstanceByKey("clusterYear")
                .processDefinitionWithoutTenantId()
                .businessKey(yearId)
                .setVariable(TenantOfYear.YEAR, yearId)
                .execute();
    }

    @Override
    public void cancel(String yearId) {
        receive(yearId, Messages.CANCEL_YEAR);
    }

    @Override
    public void endHandIn(DutyKey key) {
        receive(key.toString(), Messages.DEADLINE_PASSED);
    }

    @Override
    public void recalculateTimers(String yearId) {
        for (Job job : management.createJobQuery().timers().tenantIdIn(yearId).list()) {
            management.recalculateJobDuedate(job.getId(), false);
        }
    }

    @Override
    public void dueDates(String yearId, DutyType type) {
        movedTasks.refresh(yearId, type);
    }

    @Override
    public void addCandidates(DutyKey key) {
        Seats.Seat agency = Seats.standingAgency(years.plan(key.yearId()));
        tasks.createTaskQuery()
                .processInstanceBusinessKey(key.toString())
                .list()
                .forEach(task -> Groups.of(key.yearId(), List.of(agency))
                        .forEach(group -> tasks.addCandidateGroup(task.getId(), group)));
    }

    @Override
    public void reseat(String yearId, String unit) {
        taskSeats.refresh(yearId, unit);
    }

    @Override
    public void selfScoreIn(String yearId, String unit) {
        runtime.createExecutionQuery()
                .processInstanceBusinessKey(yearId)
                .messageEventSubscriptionName(Messages.SELF_SCORE_IN)
                .variableValueEquals("unit", unit)
                .list()
                .forEach(e -> runtime.messageEventReceived(Messages.SELF_SCORE_IN, e.getId()));
    }

    @Override
    public void nominated(String yearId, String nominationId) {
        runtime.createMessageCorrelation(Messages.NOMINATED)
                .processInstanceBusinessKey(yearId)
                .setVariablesToTriggeredScope(Map.of("nomination", nominationId))
                .correlateAll();
    }

    @Override
    public void consultationComplete(String yearId) {
        receive(yearId, Messages.CONSULTATION_COMPLETE);
    }

    @Override
    public void frozen(String yearId) {
        receive(yearId, Messages.FROZEN);
    }

    @Override
    public void askForRuling(String yearId, String rulingKey) {
        boolean asked = runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(rulingKey)
                        .count()
                > 0;
        if (!asked) {
            startInYear("ruling", yearId, rulingKey);
        }
    }

    @Override
    public void endRuling(String rulingKey) {
        receive(rulingKey, Messages.RULING_OVER);
    }

    @Override
    public void endRulings(String yearId) {
        endAll(yearId, "ruling", Messages.RULING_OVER);
    }

    @Override
    public void followDataRequest(String yearId, String requestKey) {
        startInYear("dataRequest", yearId, requestKey);
    }

    @Override
    public void endDataRequests(String yearId) {
        endAll(yearId, "dataRequest", Messages.REQUEST_OVER);
    }

    @Override
    public void askAboutComplaint(String yearId, String complaintKey) {
        startInYear("complaint", yearId, complaintKey);
    }

    @Override
    public void endComplaints(String yearId) {
        endAll(yearId, "complaint", Messages.COMPLAINT_OVER);
    }

    private void startInYear(String process, String yearId, String businessKey) {
        runtime.createProcessInstanceByKey(process)
                .processDefinitionWithoutTenantId()
                .businessKey(businessKey)
                .setVariable(TenantOfYear.YEAR, yearId)
                .execute();
    }

    private void endAll(String yearId, String process, String message) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .tenantIdIn(yearId)
                .list()
                .forEach(instance -> receive(instance.getBusinessKey(), message));
    }

    @Override
    public void meetingEnded(String yearId, DutyCode meeting) {
        receive(yearId, meeting == DutyCode.CONFERENCE ? Messages.CONFERENCE_ENDED : Messages.MEETING_ENDED);
    }

    @Override
    public void repeatMeeting(String yearId, DutyCode meeting) {
        runtime.createMessageCorrelation(Messages.REPEAT_MEETING)
                .processInstanceBusinessKey(yearId)
                .setVariablesToTriggeredScope(Map.of("meeting", meeting.code()))
                .correlateAll();
    }

    /** Everyone in processes of that business key who waits for the message gets it; nobody waiting is no fault. */
    private void receive(String businessKey, String message) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list()) {
            List<EventSubscription> waiting = runtime.createEventSubscriptionQuery()
                    .processInstanceId(instance.getId())
                    .eventType("message")
                    .eventName(message)
                    .list();
            for (EventSubscription one : waiting) {
                if (stillWaiting(one)) {
                    runtime.messageEventReceived(message, one.getExecutionId());
                }
            }
        }
    }

    /** An earlier message, or an earlier step of the job that this runs in, may have ended what was waiting. */
    private boolean stillWaiting(EventSubscription one) {
        CommandContext job = Context.getCommandContext();
        return job == null
                ? runtime.createEventSubscriptionQuery()
                                .eventSubscriptionId(one.getId())
                                .count()
                        == 1
                : !job.getDbEntityManager().isDeleted((EventSubscriptionEntity) one);
    }
}
