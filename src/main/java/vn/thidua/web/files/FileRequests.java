package vn.thidua.web.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cycle.documents.FileAccess;
import vn.thidua.cycle.documents.ReceiptPapers;
import vn.thidua.evidence.FileType;
import vn.thidua.evidence.store.FileStore;
import vn.thidua.evidence.submission.Submission;

/**
 * A file's bytes: whole or a range of them, to look at in a new tab or as an attachment. Headers keep what is in it from acting in
 * our name; every look is journalled.
 */
@RestController
@ConditionalOnWebApplication
class FileRequests {
    /** Nothing in the file may load, run or send anything, or be framed. A sandbox would keep the browser's own PDF viewer out too. */
    private static final String POLICY =
            "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; object-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final String LOOKED = FileRequests.class.getName() + ".";

    private final FileAccess access;
    private final FileStore store;
    private final ReceiptPapers receipts;
    private final FileCaller caller;

    FileRequests(FileAccess access, FileStore store, ReceiptPapers receipts, FileCaller caller) {
        this.access = access;
        this.receipts = receipts;
        this.store = store;
        this.caller = caller;
    }

    @GetMapping("/tep/{file:[0-9]{1,18}}")
    ResponseEntity<InputStreamResource> read(
            @PathVariable("file") long id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String person = caller.reading(request);
        Submission file = access.file(person, id).orElseThrow(FileErrors.Missing::new);
        boolean download = request.getParameter("tai-ve") != null || !shownByBrowsers(file.type());
        HttpHeaders headers = headers(file, download);
        // Instead of the one that every answer carries, not beside it: a browser would keep to both.
        response.setHeader("Content-Security-Policy", POLICY);
        asItIs(response);
        Span span = span(file, request.getHeader(HttpHeaders.RANGE));
        if (span == null) {
            return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size())
                    .build();
        }
        if (isLook(request, id, span)) {
            access.read(file, person, download);
        }
        headers.setContentLength(span.length());
        if (span.whole()) {
            return new ResponseEntity<>(bytes(file, span), headers, HttpStatus.OK);
        }
        headers.set(
                HttpHeaders.CONTENT_RANGE,
                "bytes " + span.from() + "-" + (span.from() + span.length() - 1) + "/" + file.size());
        return new ResponseEntity<>(bytes(file, span), headers, HttpStatus.PARTIAL_CONTENT);
    }

    /** A viewer asks for one file in many ranges: that is one look, whichever range comes first. Who asks for headers only sees nothing. */
    private static boolean isLook(HttpServletRequest request, long id, Span span) {
        if (request.getMethod().equals("HEAD")) {
            return false;
        }
        HttpSession session = request.getSession();
        String looked = LOOKED + id;
        boolean goesOn = session.getAttribute(looked) != null;
        session.setAttribute(looked, true);
        return span.from() == 0 || !goesOn;
    }

    @GetMapping("/tep/{file:[0-9]{1,18}}/bien-nhan.txt")
    ResponseEntity<byte[]> receiptText(@PathVariable("file") long id, HttpServletRequest request) {
        Submission file = readable(id, request);
        return receipt(file, "txt", MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(receipts.text(file).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/tep/{file:[0-9]{1,18}}/bien-nhan.pdf")
    ResponseEntity<byte[]> receiptPdf(
            @PathVariable("file") long id, HttpServletRequest request, HttpServletResponse response) {
        Submission file = readable(id, request);
        asItIs(response);
        return receipt(file, "pdf", MediaType.APPLICATION_PDF).body(receipts.pdf(file));
    }

    /** Every answer is text in UTF-8 unless it says otherwise; these are not text. */
    private static void asItIs(HttpServletResponse response) {
        response.setCharacterEncoding(null);
    }

    private Submission readable(long id, HttpServletRequest request) {
        return access.file(caller.reading(request), id).orElseThrow(FileErrors.Missing::new);
    }

    private static ResponseEntity.BodyBuilder receipt(Submission file, String ending, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("bien-nhan-" + file.receipt() + "." + ending)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    private InputStreamResource bytes(Submission file, Span span) throws IOException {
        return new InputStreamResource(store.read(file.sha256(), span.from(), span.length()));
    }

    private static HttpHeaders headers(Submission file, boolean download) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(mediaType(file.type()));
        headers.setContentDisposition((download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build());
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        headers.setETag("\"" + file.sha256() + "\"");
        headers.setCacheControl("private, no-store");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        return headers;
    }

    /** One range is answered; several at once are answered by the whole file, as the standard allows. Null: not satisfiable. */
    private static @Nullable Span span(Submission file, @Nullable String header) {
        Span whole = new Span(0, file.size(), true);
        if (header == null) {
            return whole;
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(header);
            if (ranges.size() != 1) {
                return whole;
            }
            long from = ranges.get(0).getRangeStart(file.size());
            long to = ranges.get(0).getRangeEnd(file.size());
            return from >= file.size() ? null : new Span(from, to - from + 1, false);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private record Span(long from, long length, boolean whole) {}

    private static boolean shownByBrowsers(FileType type) {
        return type == FileType.PDF || type == FileType.JPEG || type == FileType.PNG;
    }

    private static MediaType mediaType(FileType type) {
        return switch (type) {
            case PDF -> MediaType.APPLICATION_PDF;
            case JPEG -> MediaType.IMAGE_JPEG;
            case PNG -> MediaType.IMAGE_PNG;
            case TIFF -> MediaType.parseMediaType("image/tiff");
            case WORD ->
                MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
            case EXCEL -> MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            case UNKNOWN -> MediaType.APPLICATION_OCTET_STREAM;
        };
    }
}
