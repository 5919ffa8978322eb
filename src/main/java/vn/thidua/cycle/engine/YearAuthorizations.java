package vn.thidua.cycle.engine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.complaints.ComplaintSeats;
import vn.thidua.cycle.requests.RequestSeats;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;

/** What a standing agency may do in Cockpit and Tasklist for its own cluster years; the tenant keeps it from all others. */
@Component
class YearAuthorizations {
    /** What runs inside a year's tenant. Steering processes run outside any tenant, so their instances are not for supervisors. */
    static final String[] OF_A_YEAR = {
        "clusterYear",
        "launching",
        "pledging",
        "selfScoring",
        "appraising",
        "scoringMeeting",
        "meetingSession",
        "supplementing",
        "summaryConference",
        "conferenceSession",
        "awardDossiers",
        "ministryDossier",
        "postConference",
        "commentRound",
        "handIn"
    };

    /** What a standing agency may start; a move of a deadline is asked by the leader alone. */
    private static final String[] STEERING = {"yearStart", "yearAmend", "yearCancel"};

    private final AuthorizationService authorizations;

    YearAuthorizations(@Lazy AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void supervise(String yearId, String group) {
        grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        for (String process : OF_A_YEAR) {
            grant(
                    group,
                    Resources.PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_HISTORY,
                    ProcessDefinitionPermissions.READ_TASK);
        }
        grant(group, Resources.TENANT, yearId, Permissions.READ);
        mayStart(group, STEERING);
    }

    /**
     * The leader asks for a deadline to be moved (whether it moves is for the standing agency), every unit's officers for
     * figures; officers and heads file complaints.
     */
    void letStart(Plan plan) {
        Map<String, Set<String>> processes = new LinkedHashMap<>();
        for (Person person : plan.people()) {
            Set<String> ofGroup = processes.computeIfAbsent(
                    Groups.of(plan.yearId(), person.party(), person.function()), group -> new LinkedHashSet<>());
            if (person.party().equals(plan.leader().code())) {
                ofGroup.add("deadlineMove");
            }
            if (RequestSeats.asks(person.function())) {
                ofGroup.add("dataRequestStart");
            }
            if (plan.unit(person.party()).isPresent() && ComplaintSeats.files(person.function())) {
                ofGroup.add("complaintStart");
            }
        }
        processes.values().removeIf(Set::isEmpty);
        processes.forEach((group, ofGroup) -> mayStart(group, ofGroup.toArray(String[]::new)));
    }

    /** Each grant once: within one command of the engine a query does not see what was saved before. */
    private void mayStart(String group, String... processes) {
        for (String process : processes) {
            grant(
                    group,
                    Resources.PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.CREATE_INSTANCE);
        }
        grant(group, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization authorization = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(id);
        }
        for (Permission permission : permissions) {
            authorization.addPermission(permission);
        }
        authorizations.saveAuthorization(authorization);
    }
}
