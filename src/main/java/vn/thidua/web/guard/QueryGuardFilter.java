package vn.thidua.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps expressions, stored code and forged form values out of both REST surfaces. The engine evaluates an expression inside {@code orQueries}
 * for anybody (CVE-2026-109432) and whatever a stored filter or a deployment carries; so keys that end in
 * {@code Expression}, filters and deployments are the administrators' alone.
 */
public final class QueryGuardFilter extends OncePerRequestFilter {

    /** More than any form needs; files do not travel as JSON. */
    static final int LARGEST_BODY = 2 * 1024 * 1024;

    private static final String NOT_ALLOWED = "Yêu cầu này chứa biểu thức hoặc thay đổi bộ lọc, bản triển khai;"
            + " chỉ quản trị viên hệ thống được thực hiện.";
    private static final String MALFORMED = "Nội dung yêu cầu không đọc được.";

    private final Administrators administrators;

    public QueryGuardFilter(Administrators administrators) {
        this.administrators = administrators;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RestPath path = RestPath.of(request);
        try {
            String query = request.getQueryString();
            boolean suspect =
                    (query != null && ExpressionKeys.in(query)) || (path.isStored() && !Answers.isReading(request));
            if (suspect && !administrators.include(request)) {
                throw new Refused(HttpServletResponse.SC_FORBIDDEN, NOT_ALLOWED);
            }
            chain.doFilter(passesUnread(request, path) ? request : read(request, path), response);
        } catch (Refused e) {
            Answers.refuse(response, e.status, "Refused", e.text);
        } catch (IllegalArgumentException e) {
            Answers.refuse(response, HttpServletResponse.SC_BAD_REQUEST, "Refused", MALFORMED);
        }
    }

    /**
     * What no JSON reader of the REST layer accepts need not be read here: forms (the login) and files, each only where it is
     * expected. A missing or any other type is taken for JSON, as the REST layer may take it.
     */
    private static boolean passesUnread(HttpServletRequest request, RestPath path) throws Refused {
        if (Collections.list(request.getHeaders("Content-Type")).size() > 1) {
            throw new Refused(HttpServletResponse.SC_BAD_REQUEST, MALFORMED);
        }
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Refused(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, MALFORMED);
        }
        String type = bareType(request.getContentType());
        return switch (type) {
            case "application/x-www-form-urlencoded" -> path.isLogin();
            case "multipart/form-data" -> path.takesFiles();
            case "application/octet-stream", "application/pdf" -> path.isPlugin();
            default -> false;
        };
    }

    private static String bareType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private HttpServletRequest read(HttpServletRequest request, RestPath path) throws Refused, IOException {
        if (request.getContentLengthLong() > LARGEST_BODY) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw tooLarge();
        }
        if (holdsExpression(body, path) && !administrators.include(request)) {
            throw new Refused(HttpServletResponse.SC_FORBIDDEN, NOT_ALLOWED);
        }
        Optional<String> problem = path.takesForm() ? FormVariables.problem(body) : Optional.empty();
        if (problem.isPresent()) {
            throw new Refused(HttpServletResponse.SC_BAD_REQUEST, problem.get());
        }
        return new BufferedRequest(request, body);
    }

    private static boolean holdsExpression(byte[] body, RestPath path) throws Refused {
        try {
            return ExpressionKeys.in(body, path.freeNames());
        } catch (IOException e) {
            throw new Refused(HttpServletResponse.SC_BAD_REQUEST, MALFORMED);
        }
    }

    private static Refused tooLarge() {
        return new Refused(
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                "Nội dung gửi lên quá lớn (tối đa " + LARGEST_BODY / 1024 / 1024 + " MB).");
    }

    private static final class Refused extends Exception {
        private final int status;
        private final String text;

        Refused(int status, String text) {
            super(text);
            this.status = status;
            this.text = text;
        }
    }
}
