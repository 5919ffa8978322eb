package vn.thidua.cycle.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.YearPeople;
import vn.thidua.duty.DutyTexts;
import vn.thidua.plan.Function;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;

/**
 * Brings a plan's people into the engine: one tenant per cluster year, one group per function of a party in it. Idempotent;
 * a membership that the plan no longer names ends, a user never does, since old years name them.
 */
@Component
class Identities implements YearPeople {
    private final IdentityService identity;
    private final NewPeople newPeople;
    private final YearAuthorizations authorizations;
    private final TimeSource time;

    Identities(
            @Lazy IdentityService identity, NewPeople newPeople, YearAuthorizations authorizations, TimeSource time) {
        this.identity = identity;
        this.newPeople = newPeople;
        this.authorizations = authorizations;
        this.time = time;
    }

    @Override
    public void bring(Plan plan) {
        String yearId = plan.yearId();
        tenant(yearId, DutyTexts.yearName(plan));
        var today = time.now().atZone(Vietnam.ZONE).toLocalDate();
        Set<String> wanted = new HashSet<>();
        for (Person person : plan.people()) {
            user(plan, person);
            // Future officers get their groups too: the tables decide on the day whether they may act yet.
            if (person.to() == null || !today.isAfter(person.to())) {
                String group = Groups.of(yearId, person.party(), person.function());
                group(
                        group,
                        DutyTexts.partyName(plan, person.party()) + " – "
                                + person.function().title());
                member(person.id(), group);
                wanted.add(person.id() + "\n" + group);
                if (identity.createTenantQuery()
                                .tenantId(yearId)
                                .userMember(person.id())
                                .count()
                        == 0) {
                    identity.createTenantUserMembership(yearId, person.id());
                }
            }
        }
        removeOthers(yearId, wanted);
        authorizations.supervise(
                yearId,
                Groups.of(
                        yearId,
                        plan.body(Function.STANDING_AGENCY).orElseThrow().code(),
                        Function.STANDING_AGENCY));
    }

    private void tenant(String id, String name) {
        Tenant tenant = identity.createTenantQuery().tenantId(id).singleResult();
        if (tenant == null) {
            tenant = identity.newTenant(id);
        }
        tenant.setName(name);
        identity.saveTenant(tenant);
    }

    private void user(Plan plan, Person person) {
        User user = identity.createUserQuery().userId(person.id()).singleResult();
        boolean isNew = user == null;
        if (isNew) {
            user = identity.newUser(person.id());
            user.setPassword(newPeople.unguessable());
        }
        int space = person.name().lastIndexOf(' ');
        // Vietnamese order: family and middle names first, the given name last; Tasklist shows first then last name.
        user.setFirstName(space < 0 ? person.name() : person.name().substring(0, space));
        user.setLastName(space < 0 ? "" : person.name().substring(space + 1));
        user.setEmail(person.email());
        identity.saveUser(user);
        if (isNew) {
            newPeople.welcome(plan, person);
        }
    }

    private void group(String id, String name) {
        Group group = identity.createGroupQuery().groupId(id).singleResult();
        if (group == null) {
            group = identity.newGroup(id);
            group.setType("YEAR");
        }
        group.setName(name);
        identity.saveGroup(group);
    }

    private void member(String user, String group) {
        if (identity.createGroupQuery().groupId(group).groupMember(user).count() == 0) {
            identity.createMembership(user, group);
        }
    }

    private void removeOthers(String yearId, Set<String> wanted) {
        Set<String> staying = new HashSet<>();
        wanted.forEach(pair -> staying.add(pair.substring(0, pair.indexOf('\n'))));
        List<Group> groups = identity.createGroupQuery().groupType("YEAR").list().stream()
                .filter(g -> g.getId().startsWith(yearId + "."))
                .toList();
        for (Group group : groups) {
            for (User user :
                    identity.createUserQuery().memberOfGroup(group.getId()).list()) {
                if (!wanted.contains(user.getId() + "\n" + group.getId())) {
                    identity.deleteMembership(user.getId(), group.getId());
                }
            }
        }
        for (User user : identity.createUserQuery().memberOfTenant(yearId).list()) {
            if (!staying.contains(user.getId())) {
                identity.deleteTenantUserMembership(yearId, user.getId());
            }
        }
    }
}
