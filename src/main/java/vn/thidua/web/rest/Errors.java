package vn.thidua.web.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.rest.dto.AuthorizationExceptionDto;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.calendar.Vietnam;
import vn.thidua.duty.DutyRefused;
import vn.thidua.duty.TooEarly;
import vn.thidua.duty.TooLate;

/**
 * What a failure in the engine says to the person at the screen: a refusal of ours in our words alone (400, or 409 when too
 * late), a lost race as such (409), a defect as a number to report. The engine would answer 500 to each, with its own
 * English in front.
 */
final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final List<String> LOST_RACE_STATES = List.of("40001", "40P01", "55P03");

    private static final String GONE = "Nhiệm vụ này không còn mở: người khác đã hoàn thành hoặc thời hạn đã hết."
            + " Hãy tải lại danh sách công việc để xem kết quả.";
    private static final String RACE = "Người khác vừa thay đổi nhiệm vụ này cùng lúc, nên thao tác chưa được ghi nhận."
            + " Hãy tải lại trang, kiểm tra rồi thực hiện lại.";
    private static final String SUSPENDED = "Nhiệm vụ đang tạm dừng, chưa thực hiện được.";

    private static final Pattern FORM =
            Pattern.compile("(?:engine/[^/]+/)?(task|process-definition)/.+/(submit-form|complete)/?");
    private static final String WRONG_VALUE =
            "Một giá trị gửi lên không đúng kiểu (số, ngày hoặc lựa chọn), nên chưa ghi nhận gì."
                    + " Hãy tải lại trang, điền lại biểu mẫu rồi gửi.";

    private static final String EARLY =
            " theo đồng hồ của cơ sở dữ liệu, nên chưa ghi nhận gì. Việc này tự chạy khi đến giờ.";

    private static final String FORBIDDEN = "Tài khoản này không có quyền thực hiện thao tác vừa chọn.";

    private Errors() {}

    /** @param path of the request inside its REST surface */
    static Response toResponse(Throwable error, String path) {
        DutyRefused refused = causeOf(error, DutyRefused.class);
        if (refused != null) {
            int status = refused instanceof TooLate ? 409 : 400;
            return answer(status, refused.getClass().getSimpleName(), String.valueOf(refused.getMessage()));
        }
        TooEarly early = causeOf(error, TooEarly.class);
        if (early != null) {
            return answer(409, "TooEarly", "Chưa đến " + Vietnam.words(early.due()) + EARLY);
        }
        if (causeOf(error, OptimisticLockingException.class) != null || isLostInDatabase(error)) {
            return answer(409, "OptimisticLockingException", RACE);
        }
        AuthorizationException forbidden = causeOf(error, AuthorizationException.class);
        Response response = ExceptionHandlerHelper.getInstance().getResponse(error);
        if ((forbidden != null || response.getStatus() >= 500) && TasksGone.isGone(path)) {
            return answer(409, "TaskGone", GONE);
        }
        if (forbidden != null) {
            AuthorizationExceptionDto dto = AuthorizationExceptionDto.fromException(forbidden);
            dto.setMessage(FORBIDDEN);
            return answer(403, dto);
        }
        if (causeOf(error, SuspendedEntityInteractionException.class) != null) {
            return answer(409, "SuspendedEntityInteractionException", SUSPENDED);
        }
        if (response.getStatus() == 400 && FORM.matcher(path).matches()) {
            return answer(400, "InvalidForm", WRONG_VALUE);
        }
        return response.getStatus() >= 500 ? defect(error) : response;
    }

    private static Response defect(Throwable error) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Error {} answered to a caller of the REST layer", number, error);
        return answer(
                500,
                "InternalError",
                "Hệ thống gặp lỗi ngoài dự kiến, chưa ghi nhận gì. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên mã lỗi "
                        + number + ".");
    }

    private static boolean isLostInDatabase(Throwable error) {
        SQLException sql = causeOf(error, SQLException.class);
        return sql != null && sql.getSQLState() != null && LOST_RACE_STATES.contains(sql.getSQLState());
    }

    private static <T extends Throwable> @Nullable T causeOf(Throwable error, Class<T> type) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < 30; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static Response answer(int status, String type, String message) {
        ExceptionDto dto = new ExceptionDto();
        dto.setType(type);
        dto.setMessage(message);
        return answer(status, dto);
    }

    private static Response answer(int status, ExceptionDto dto) {
        return Response.status(status)
                .entity(dto)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .build();
    }
}
