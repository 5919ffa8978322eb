package vn.thidua.cycle.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thidua.cycle.steering.Administrators;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;

/**
 * Guards accounts that more than one cluster uses (a unit may belong to several): a plan may name them, but whoever uploads
 * the plan of one cluster cannot take over an account of another by giving it an address of their own.
 */
@Component
class SharedAccounts {
    private final IdentityService identity;
    private final Administrators administrators;

    SharedAccounts(@Lazy IdentityService identity, Administrators administrators) {
        this.identity = identity;
        this.administrators = administrators;
    }

    /** A person's name in the two parts that an account has. */
    record AccountName(String first, String last) {

        /** Vietnamese order: family and middle names first, the given name last; Tasklist shows first then last name. */
        static AccountName of(Person person) {
            int space = person.name().lastIndexOf(' ');
            return space < 0
                    ? new AccountName(person.name(), "")
                    : new AccountName(
                            person.name().substring(0, space), person.name().substring(space + 1));
        }
    }

    /** @param known accounts there are already, by id */
    List<String> objections(Plan plan, Map<String, User> known, String by) {
        if (known.isEmpty() || administrators.is(by)) {
            return List.of();
        }
        return plan.people().stream()
                .filter(person -> known.containsKey(person.id()))
                .filter(person -> changes(known.get(person.id()), person))
                .filter(person -> administrators.is(person.id()) || elsewhere(plan, person))
                .map(SharedAccounts::objection)
                .distinct()
                .toList();
    }

    private static boolean changes(User user, Person person) {
        AccountName name = AccountName.of(person);
        return !Objects.equals(user.getEmail(), person.email())
                || !Objects.equals(user.getFirstName(), name.first())
                || !Objects.equals(user.getLastName(), name.last());
    }

    /** In any other cluster's year, ended ones too: they stay readable to their people. */
    private boolean elsewhere(Plan plan, Person person) {
        Pattern own = Pattern.compile(Pattern.quote(plan.cluster().code()) + "-\\d+");
        return identity.createTenantQuery().userMember(person.id()).list().stream()
                .anyMatch(tenant -> !own.matcher(tenant.getId()).matches());
    }

    private static String objection(Person person) {
        return "Tài khoản «" + person.id()
                + "» đã có, thuộc về quản trị hoặc người của một cụm, khối khác, với họ tên hay "
                + "địa chỉ thư khác. Nếu là người khác, đặt id khác; nếu là cùng một người, ghi đúng như đã có, hoặc nhờ "
                + "quản trị hệ thống tải kế hoạch lên để đổi.";
    }
}
