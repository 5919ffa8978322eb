package vn.thidua.web.guard;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Refusals of the filters, in the shape in which the engine's own REST layer and so Tasklist knows errors. */
public final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    public static void refuse(HttpServletResponse response, int status, String type, String message)
            throws IOException {
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(JSON.writeValueAsBytes(Map.of("type", type, "message", message)));
    }

    /** Whether another site made the browser send this: a form or a script elsewhere using the credentials kept here. */
    public static boolean isCrossSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return "cross-site".equals(site) || "same-site".equals(site);
    }

    static boolean isReading(HttpServletRequest request) {
        String method = request.getMethod();
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }
}
