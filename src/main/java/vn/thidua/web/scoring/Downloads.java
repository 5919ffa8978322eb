package vn.thidua.web.scoring;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.thidua.web.files.FileErrors;

/** Papers that a browser stores; for one person, so that nobody in between keeps them. */
final class Downloads {
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Downloads() {}

    /**
     * @param name of the file, without what says its kind
     * @throws FileErrors.Missing where there is none, or none for whoever asks
     */
    static ResponseEntity<byte[]> workbook(Optional<byte[]> workbook, String name, HttpServletResponse response) {
        return of(workbook.orElseThrow(FileErrors.Missing::new), EXCEL, name + ".xlsx", response);
    }

    static ResponseEntity<byte[]> of(byte[] bytes, MediaType type, String name, HttpServletResponse response) {
        // Every answer is text in UTF-8 unless it says otherwise; this one is not text.
        response.setCharacterEncoding(null);
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(bytes);
    }
}
