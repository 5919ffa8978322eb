package vn.thidua.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first-run set-up makes an administrator for anyone while {@code camunda-admin} has no member (CVE-2026-77226). Ours
 * comes from the start of the application, so the page and its endpoint are shut at all times.
 */
public final class SetupClosedFilter extends OncePerRequestFilter {

    private static final Pattern SETUP =
            Pattern.compile("/camunda/(api/admin/setup|app/[^/]+/[^/]+/setup)(/.*)?", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String info = request.getPathInfo();
        String path = request.getServletPath() + (info == null ? "" : info);
        if (SETUP.matcher(path).matches()) {
            Answers.refuse(
                    response, 403, "Refused", "Không thiết lập quản trị viên qua trang này; xem hướng dẫn vận hành.");
            return;
        }
        chain.doFilter(request, response);
    }
}
