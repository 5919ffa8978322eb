package vn.thidua.mail;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one mail template: one record per template, so that a caller cannot forget a field. The record's name is
 * the template's ({@code TaskOpened} is {@code mail/task-opened.txt}). Everything is text in words, ready to be read:
 *
 * <ul>
 *   <li>{@code yearName}: e.g. "Cụm thi đua Sở Nội vụ các tỉnh Tây Nam Bộ, năm 2024"
 *   <li>{@code boundary}: "trước 00:00 ngày 27/11/2024 (thứ Tư)"; an instant: "14:00 ngày 22/11/2024 (thứ Sáu)"
 *   <li>{@code consequence}: what follows from missing it, without full stop: "đơn vị được coi là không đề nghị"
 *   <li>{@code contact}: whom to ask, without full stop: "Nguyễn Thị Hoa, hoa@vinhlong.example"
 *   <li>{@code link}: the task, absolute, under {@code thidua.base-url}; not in mails to those without an account
 * </ul>
 */
public sealed interface MailModel
        permits ComplaintMail,
                DraftMail,
                DutyMail,
                FileMail,
                LapseMail,
                MeetingMail,
                RequestMail,
                ScheduleMail,
                YearMail {

    /** Name of the template, and of its file under {@code mail/}. */
    default String template() {
        return templateOf(getClass());
    }

    /** The mail itself. */
    default OutgoingMail to(
            String address,
            String name,
            String businessKey,
            String yearId,
            @Nullable String duty,
            @Nullable String unit) {
        return new OutgoingMail(businessKey, yearId, address, name, template(), toModel(), duty, unit);
    }

    /** The fields as the template sees them: records as maps. */
    default Map<String, Object> toModel() {
        return fieldsOf((Record) this);
    }

    /** All templates and the records that describe their fields. */
    static Map<String, Class<?>> all() {
        Map<String, Class<?>> models = new LinkedHashMap<>();
        for (Class<?> group : MailModel.class.getPermittedSubclasses()) {
            for (Class<?> model :
                    Optional.ofNullable(group.getPermittedSubclasses()).orElseThrow()) {
                models.put(templateOf(model), model);
            }
        }
        return models;
    }

    private static String templateOf(Class<?> model) {
        return model.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> fieldsOf(Record fields) {
        Map<String, Object> map = new LinkedHashMap<>();
        Arrays.stream(fields.getClass().getRecordComponents()).forEach(component -> {
            Object value = valueOf(fields, component);
            if (value != null) {
                map.put(component.getName(), value);
            }
        });
        return map;
    }

    private static @Nullable Object valueOf(Record fields, RecordComponent component) {
        try {
            Object value = component.getAccessor().invoke(fields);
            return value instanceof List<?> list
                    ? list.stream()
                            .map(item -> item instanceof Record r ? (Object) fieldsOf(r) : item)
                            .toList()
                    : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Mail field " + component + " cannot be read", e);
        }
    }
}
