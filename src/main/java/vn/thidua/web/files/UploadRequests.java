package vn.thidua.web.files;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cycle.documents.FileView;
import vn.thidua.cycle.documents.HandInViews;
import vn.thidua.duty.DutyRefused;
import vn.thidua.evidence.receiving.Receiving;
import vn.thidua.evidence.receiving.UploadRefused;

/** Uploads that can be resumed: begun with a name and a size, continued at an offset, ended with the last byte. */
@RestController
@ConditionalOnWebApplication
class UploadRequests {
    private static final String OFFSET = "Upload-Offset";

    private final Receiving receiving;
    private final HandInViews views;
    private final FileCaller caller;

    UploadRequests(Receiving receiving, HandInViews views, FileCaller caller) {
        this.receiving = receiving;
        this.views = views;
        this.caller = caller;
    }

    record Announced(
            @Nullable String slot,
            @Nullable String name,
            @Nullable Long size,
            @Nullable Long replaces) {}

    /**
     * @param file what the upload has become, once it has
     * @param busy whether to wait and ask again instead of sending
     */
    record Standing(
            UUID id, long offset, long size, @Nullable FileView file, boolean busy) {}

    @PostMapping("/tep/viec/{duty}/tai-len")
    @ResponseStatus(HttpStatus.CREATED)
    Standing begin(@PathVariable("duty") long duty, @RequestBody Announced file, HttpServletRequest request) {
        String person = caller.changing(request);
        if (!views.visible(person, duty)) {
            throw new FileErrors.Missing();
        }
        if (file.slot() == null || file.name() == null || file.size() == null) {
            throw new DutyRefused("Thiếu mục, tên hoặc kích thước của tệp. Tải lại trang rồi chọn lại tệp.");
        }
        var upload = receiving.begin(duty, file.slot(), file.name(), file.size(), file.replaces(), person);
        return new Standing(upload.id(), 0, upload.size(), null, false);
    }

    @GetMapping("/tep/tai-len/{id}")
    Standing standing(@PathVariable("id") String id, HttpServletRequest request) {
        return standing(receiving.progress(id(id), caller.reading(request)));
    }

    @PatchMapping("/tep/tai-len/{id}")
    Standing append(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        String person = caller.changing(request);
        return standing(receiving.append(id(id), offset(request), request.getInputStream(), person));
    }

    @DeleteMapping("/tep/tai-len/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        receiving.cancel(id(id), caller.changing(request));
    }

    private Standing standing(Receiving.Progress progress) {
        return new Standing(
                progress.upload().id(),
                progress.offset(),
                progress.upload().size(),
                progress.file() == null ? null : views.file(progress.file()),
                progress.busy());
    }

    private static long offset(HttpServletRequest request) {
        String offset = request.getHeader(OFFSET);
        if (offset == null || !offset.matches("[0-9]{1,18}")) {
            throw new DutyRefused("Thiếu vị trí của phần gửi lên (" + OFFSET + ").");
        }
        return Long.parseLong(offset);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new UploadRefused(
                    UploadRefused.Kind.GONE, "Lượt tải lên này không còn trên máy chủ. Hãy tải lại tệp từ đầu.");
        }
    }
}
