package vn.thidua.web.files;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;
import vn.thidua.web.guard.Answers;
import vn.thidua.web.guard.SignedIn;

/** Who asks; and that it was a page of ours that made the browser ask. */
@Component
public class FileCaller {
    /** Another site can make a browser send a request, but not with a header of its own choice. */
    static final String OURS = "X-Thidua";

    private final ProcessEngine engine;

    FileCaller(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Nobody is signed in (any more). */
    static final class NotSignedIn extends RuntimeException {
        NotSignedIn() {
            super(
                    "Phiên làm việc đã hết. Đăng nhập lại ở một thẻ khác rồi thử lại; nội dung trên trang này vẫn được giữ.");
        }
    }

    /** The request did not come from a page of ours. */
    static final class Foreign extends RuntimeException {
        Foreign() {
            super("Yêu cầu không đến từ trang của hệ thống nên không được thực hiện.");
        }
    }

    public String reading(HttpServletRequest request) {
        String person = SignedIn.user(engine, request);
        if (person == null) {
            throw new NotSignedIn();
        }
        return person;
    }

    public String changing(HttpServletRequest request) {
        if (request.getHeader(OURS) == null || Answers.isCrossSite(request)) {
            throw new Foreign();
        }
        return reading(request);
    }
}
