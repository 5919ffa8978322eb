package vn.thidua.web.scoring;

import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Excel workbooks as answers: saved under a name, never kept on the way. */
final class Workbooks {
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Workbooks() {}

    /** @param name of the file, without what says its kind */
    static ResponseEntity<byte[]> answer(byte[] workbook, String name) {
        return ResponseEntity.ok()
                .contentType(EXCEL)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name + ".xlsx")
                                .build()
                                .toString())
                .header("Cache-Control", "private, no-store")
                .body(workbook);
    }
}
