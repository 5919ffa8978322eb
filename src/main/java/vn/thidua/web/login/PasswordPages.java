package vn.thidua.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.web.guard.Answers;
import vn.thidua.web.page.HtmlPages;
import vn.thidua.web.platform.PasswordRules;

/**
 * The pages on which people set their password by a one-time link, and ask for a new link. Plain HTML: they work without
 * scripts, are never cached and tell no other site where they were called from. The token in the form is what keeps other
 * sites from setting a password.
 */
@RestController
@ConditionalOnWebApplication
public class PasswordPages implements DisposableBean {

    static final String SET = "/mat-khau";
    static final String REQUEST = "/mat-khau/quen";

    private final PasswordLinks links;
    private final PasswordRequests requests;
    private final HtmlPages pages = new HtmlPages();
    private final LoginThrottle throttle = new LoginThrottle(20, 20, Duration.ofMinutes(15), InstantSource.system());

    PasswordPages(PasswordLinks links, IdentityService identity) {
        this.links = links;
        this.requests = new PasswordRequests(links, identity);
    }

    @Override
    public void destroy() {
        requests.close();
    }

    @GetMapping(SET)
    ResponseEntity<String> form(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        String address = Caller.addressOf(request);
        if (throttle.wait(address, SET).isPresent()) {
            return page(HttpStatus.TOO_MANY_REQUESTS, "wait", Map.of());
        }
        return links.userOf(token)
                .map(user -> form(HttpStatus.OK, token, user, List.of()))
                .orElseGet(() -> invalid(address));
    }

    @PostMapping(SET)
    ResponseEntity<String> set(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request) {
        String address = Caller.addressOf(request);
        if (throttle.wait(address, SET).isPresent()) {
            return page(HttpStatus.TOO_MANY_REQUESTS, "wait", Map.of());
        }
        String user = links.userOf(token).orElse(null);
        if (user == null) {
            return invalid(address);
        }
        List<String> problems = PasswordRules.problems(user, password, again);
        if (!problems.isEmpty()) {
            return form(HttpStatus.BAD_REQUEST, token, user, problems);
        }
        return links.setPassword(token, password)
                ? page(HttpStatus.OK, "done", Map.of("user", user))
                : invalid(address);
    }

    @GetMapping(REQUEST)
    ResponseEntity<String> request() {
        return page(HttpStatus.OK, "request", Map.of("problem", ""));
    }

    @PostMapping(REQUEST)
    ResponseEntity<String> requested(@RequestParam(defaultValue = "") String who, HttpServletRequest request) {
        String address = Caller.addressOf(request);
        if (Answers.isCrossSite(request)) {
            return page(HttpStatus.FORBIDDEN, "request", Map.of("problem", "Hãy gửi yêu cầu từ chính trang này."));
        }
        if (throttle.wait(address, REQUEST).isPresent()) {
            return page(HttpStatus.TOO_MANY_REQUESTS, "wait", Map.of());
        }
        if (who.isBlank() || who.length() > 200) {
            return page(
                    HttpStatus.BAD_REQUEST,
                    "request",
                    Map.of("problem", "Hãy nhập tên đăng nhập hoặc địa chỉ thư điện tử công vụ."));
        }
        throttle.failed(address, REQUEST);
        requests.request(who);
        return page(HttpStatus.OK, "requested", Map.of());
    }

    private ResponseEntity<String> form(HttpStatus status, String token, String user, List<String> problems) {
        return page(
                status,
                "set",
                Map.of("token", token, "user", user, "problems", problems, "shortest", PasswordRules.SHORTEST));
    }

    private ResponseEntity<String> invalid(String address) {
        throttle.failed(address, SET);
        return page(HttpStatus.GONE, "invalid", Map.of());
    }

    private ResponseEntity<String> page(HttpStatus status, String template, Map<String, Object> model) {
        return pages.page(status, "password/" + template, model);
    }
}
