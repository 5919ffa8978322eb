package vn.thidua.web.files;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.NoSeat;
import vn.thidua.duty.TooLate;
import vn.thidua.evidence.receiving.UploadRefused;
import vn.thidua.web.guard.SignedIn;
import vn.thidua.web.page.HtmlPages;

/** What went wrong with a file or a figure, as a Vietnamese sentence that the page shows as it is. */
@RestControllerAdvice(basePackages = {"vn.thidua.web.files", "vn.thidua.web.scoring"})
public class FileErrors {
    private static final Logger LOG = LoggerFactory.getLogger(FileErrors.class);

    private final HtmlPages pages = new HtmlPages();

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(UploadRefused e) {
        int status = switch (e.kind()) {
            case BAD_CALL -> 400;
            case TOO_LARGE -> 413;
            case CONTENT -> 422;
            case OFFSET -> 409;
            case GONE -> 410;
            case STORAGE -> 503;
        };
        Map<String, Object> body = body(e);
        if (e.kind() == UploadRefused.Kind.OFFSET) {
            body.put("offset", e.offset());
        }
        return answer(status, body);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(DutyRefused e) {
        return answer(e instanceof TooLate ? 409 : e instanceof NoSeat ? 403 : 400, body(e));
    }

    @ExceptionHandler
    ResponseEntity<?> notSignedIn(FileCaller.NotSignedIn e, HttpServletRequest request) {
        return opened(request)
                ? ResponseEntity.status(HttpStatus.FOUND)
                        .location(SignedIn.first(request))
                        .header("Cache-Control", "no-store")
                        .build()
                : answer(401, body(e));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> foreign(FileCaller.Foreign e) {
        return answer(403, body(e));
    }

    @ExceptionHandler
    ResponseEntity<?> missing(Missing e, HttpServletRequest request) {
        return opened(request) ? pages.page(HttpStatus.NOT_FOUND, "year/missing", Map.of()) : answer(404, body(e));
    }

    /** An address with something else than a number in it. */
    @ExceptionHandler
    ResponseEntity<?> misspelt(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return missing(new Missing(), request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException e) {
        return answer(400, message("Yêu cầu gửi lên không đọc được. Tải lại trang rồi thử lại."));
    }

    /** The database is away, or the connection to it broke: nothing was recorded, and trying again later helps. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Map<String, Object>> away(RuntimeException e) {
        if (e instanceof DataIntegrityViolationException) {
            LOG.info("The database refused what was sent: {}", e.getMessage());
            return answer(400, message("Nội dung có ký tự không ghi được. Xóa phần đó, gõ lại rồi thử lại."));
        }
        LOG.error("A file could not be recorded", e);
        return answer(
                503,
                message("Hệ thống tạm thời không ghi nhận được. Phần đã tải vẫn được giữ; hãy thử lại sau ít phút."));
    }

    /** The browser has gone; nobody reads the answer. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> broken(IOException e) {
        LOG.debug("A connection broke", e);
        return answer(503, message("Kết nối bị gián đoạn. Phần đã tải vẫn được giữ."));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> defect(RuntimeException e) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Error {} answered to a page", number, e);
        return answer(
                500,
                message("Hệ thống gặp lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên mã lỗi " + number
                        + "."));
    }

    /** What somebody may not see is answered as what does not exist. */
    public static final class Missing extends RuntimeException {
        public Missing() {
            super("Không có nội dung này, hoặc tài khoản không được xem.");
        }
    }

    /** A link was followed, in a mail or a page; our component asks otherwise. */
    private static boolean opened(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getHeader(FileCaller.OURS) == null && accept != null && accept.contains("text/html");
    }

    private static Map<String, Object> body(RuntimeException e) {
        return message(String.valueOf(e.getMessage()));
    }

    private static Map<String, Object> message(String text) {
        return new LinkedHashMap<>(Map.of("message", text));
    }

    private static ResponseEntity<Map<String, Object>> answer(int status, Map<String, Object> body) {
        return ResponseEntity.status(HttpStatus.valueOf(status))
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(body);
    }
}
