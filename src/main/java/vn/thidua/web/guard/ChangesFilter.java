package vn.thidua.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Of everything that the engine's REST interface can change, people do a short list: take, put back and complete their tasks,
 * start a process by its form, sign in, change their password. The rest (jobs, BPMN errors, variables, accounts, instances,
 * deployments …) is the administrators': the engine's own rights are too coarse to keep a deadline or a form from being gone
 * around. What is not on the list is refused before the engine sees it.
 */
public final class ChangesFilter extends OncePerRequestFilter {

    private static final String NOT_ALLOWED =
            "Thao tác này chỉ dành cho quản trị viên hệ thống. Hãy làm việc qua biểu mẫu của nhiệm vụ trong danh sách công việc.";

    private final Administrators administrators;

    public ChangesFilter(Administrators administrators) {
        this.administrators = administrators;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean everybodys = Answers.isReading(request) || RestPath.of(request).isEverybodys(request.getMethod());
        if (!everybodys && !administrators.include(request)) {
            Answers.refuse(response, HttpServletResponse.SC_FORBIDDEN, "Refused", NOT_ALLOWED);
            return;
        }
        chain.doFilter(request, response);
    }
}
