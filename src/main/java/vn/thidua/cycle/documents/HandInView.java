package vn.thidua.cycle.documents;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cycle.Option;

/**
 * Everything that the page of a duty's files shows; what it is called here is what the browser reads.
 *
 * @param now the server's clock: the page counts the remaining time by it
 * @param deadline exclusive
 * @param open whether anything can be changed; otherwise {@code notice} says why not
 * @param late what comes now is late
 * @param task whether the form is handed in with it
 * @param missing why Complete would be refused
 * @param sheet null where the duty has none
 */
public record HandInView(
        long duty,
        String code,
        String title,
        String yearName,
        String party,
        Instant now,
        Instant deadline,
        String boundary,
        String consequence,
        String contact,
        String background,
        boolean open,
        boolean late,
        String notice,
        boolean task,
        List<Field> fields,
        Map<String, Object> answers,
        @Nullable Saved draft,
        List<SlotView> slots,
        List<Unfinished> uploads,
        Quota limits,
        List<String> missing,
        @Nullable Sheet sheet) {

    /** Whose score sheet stands above the files; the page asks for it by itself. */
    public record Sheet(String year, String unit) {}

    public record Field(
            String key,
            String type,
            String label,
            String help,
            String group,
            boolean required,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            int decimalDigits,
            List<Option> options,
            List<Comparison> hides,
            @Nullable Object fixed) {}

    /** Hides a field when it holds; of several, any. */
    public record Comparison(
            String key, String operator, @Nullable Object value) {}

    public record Saved(Instant at, String by) {}

    public record SlotView(
            String code,
            String title,
            String group,
            boolean required,
            String demand,
            boolean mayDecline,
            boolean declined,
            List<FileView> files) {}

    public record Unfinished(
            UUID id,
            String slot,
            String name,
            long size,
            long offset,
            @Nullable Long replaces) {}

    /** In bytes. */
    public record Quota(long fileBytes, long chunkBytes, long quotaBytes, long usedBytes) {}
}
