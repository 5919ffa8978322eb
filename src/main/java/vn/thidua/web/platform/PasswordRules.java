package vn.thidua.web.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;

/** What a password has to be, wherever it is set: the engine refuses others. Length is what counts. */
public final class PasswordRules implements PasswordPolicy {

    public static final int SHORTEST = 10;

    private static final int LONGEST = 200;

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(new PasswordPolicyLengthRuleImpl(SHORTEST));
    }

    /** What is wrong with a password that the person typed twice, in Vietnamese; empty if it will do. */
    public static List<String> problems(String user, String password, String again) {
        List<String> problems = new ArrayList<>();
        if (password.length() < SHORTEST) {
            problems.add("Mật khẩu phải có ít nhất " + SHORTEST + " ký tự; mật khẩu vừa nhập có " + password.length()
                    + " ký tự.");
        } else if (password.length() > LONGEST) {
            problems.add("Mật khẩu dài quá " + LONGEST + " ký tự.");
        } else if (password.strip().toLowerCase(Locale.ROOT).equals(user.toLowerCase(Locale.ROOT))
                || password.chars().distinct().count() < 4) {
            problems.add("Mật khẩu này quá dễ đoán; hãy dùng một cụm nhiều từ mà chỉ Ông/Bà biết.");
        }
        if (!password.equals(again)) {
            problems.add("Hai lần nhập mật khẩu chưa giống nhau.");
        }
        return problems;
    }
}
