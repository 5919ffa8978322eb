package vn.thidua.cycle.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.calendar.Vietnam;
import vn.thidua.cycle.YearPeople;
import vn.thidua.duty.DutyRefused;
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
    private final SharedAccounts accounts;
    private final TimeSource time;

    Identities(
            @Lazy IdentityService identity,
            NewPeople newPeople,
            YearAuthorizations authorizations,
            SharedAccounts accounts,
            TimeSource time) {
        this.identity = identity;
        this.newPeople = newPeople;
        this.authorizations = authorizations;
        this.accounts = accounts;
        this.time = time;
    }

    @Override
    public List<String> objections(Plan plan, String by) {
        return accounts.objections(plan, users(plan), by);
    }

    @Override
    public void bring(Plan plan, String by) {
        List<String> objections = objections(plan, by);
        if (!objections.isEmpty()) {
            throw new DutyRefused(String.join("\n", objections));
        }
        String yearId = plan.yearId();
        tenant(yearId, DutyTexts.yearName(plan));
        var today = time.now().atZone(Vietnam.ZONE).toLocalDate();
        Map<String, User> users = users(plan);
        Map<String, Group> groups = groups(yearId);
        Map<String, Set<String>> members = members(groups.keySet());
        Set<String> inTenant =
                ids(identity.createUserQuery().memberOfTenant(yearId).list());
        Set<String> staying = new HashSet<>();
        Map<String, Set<String>> wanted = new HashMap<>();
        for (Person person : plan.people()) {
            user(plan, person, users.get(person.id()));
            // Future officers get their groups too: the tables decide on the day whether they may act yet.
            if (person.to() == null || !today.isAfter(person.to())) {
                String group = Groups.of(yearId, person.party(), person.function());
                if (wanted.computeIfAbsent(group, g -> new HashSet<>()).isEmpty()) {
                    String name = DutyTexts.partyName(plan, person.party()) + " – "
                            + person.function().title();
                    group(group, name, groups.get(group));
                }
                boolean first = wanted.get(group).add(person.id());
                if (first && !members.getOrDefault(group, Set.of()).contains(person.id())) {
                    identity.createMembership(person.id(), group);
                }
                if (staying.add(person.id()) && !inTenant.contains(person.id())) {
                    identity.createTenantUserMembership(yearId, person.id());
                }
            }
        }
        members.forEach((group, people) -> people.stream()
                .filter(user -> !wanted.getOrDefault(group, Set.of()).contains(user))
                .forEach(user -> identity.deleteMembership(user, group)));
        inTenant.stream()
                .filter(user -> !staying.contains(user))
                .forEach(user -> identity.deleteTenantUserMembership(yearId, user));
        authorizations.supervise(
                yearId,
                Groups.of(
                        yearId,
                        plan.body(Function.STANDING_AGENCY).orElseThrow().code(),
                        Function.STANDING_AGENCY));
        authorizations.letStart(plan);
    }

    private Map<String, User> users(Plan plan) {
        String[] ids = plan.people().stream().map(Person::id).distinct().toArray(String[]::new);
        return identity.createUserQuery().userIdIn(ids).list().stream().collect(Collectors.toMap(User::getId, u -> u));
    }

    private Map<String, Group> groups(String yearId) {
        return identity.createGroupQuery().groupType("YEAR").list().stream()
                .filter(g -> g.getId().startsWith(yearId + "."))
                .collect(Collectors.toMap(Group::getId, g -> g));
    }

    private Map<String, Set<String>> members(Set<String> groups) {
        return groups.stream()
                .collect(Collectors.toMap(
                        g -> g,
                        g -> ids(identity.createUserQuery().memberOfGroup(g).list())));
    }

    private static Set<String> ids(List<User> users) {
        return users.stream().map(User::getId).collect(Collectors.toSet());
    }

    private void tenant(String id, String name) {
        Tenant tenant = identity.createTenantQuery().tenantId(id).singleResult();
        if (tenant == null) {
            tenant = identity.newTenant(id);
        }
        tenant.setName(name);
        identity.saveTenant(tenant);
    }

    private void user(Plan plan, Person person, @Nullable User known) {
        boolean isNew = known == null;
        User user = known == null ? identity.newUser(person.id()) : known;
        if (isNew) {
            user.setPassword(newPeople.unguessable());
        }
        SharedAccounts.AccountName name = SharedAccounts.AccountName.of(person);
        user.setFirstName(name.first());
        user.setLastName(name.last());
        user.setEmail(person.email());
        identity.saveUser(user);
        if (isNew) {
            newPeople.welcome(plan, person);
        }
    }

    private void group(String id, String name, @Nullable Group known) {
        Group group = known == null ? identity.newGroup(id) : known;
        if (known == null) {
            group.setType("YEAR");
        }
        group.setName(name);
        identity.saveGroup(group);
    }
}
