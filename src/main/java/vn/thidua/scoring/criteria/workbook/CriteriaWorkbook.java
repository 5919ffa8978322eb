package vn.thidua.scoring.criteria.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.evidence.FileType;
import vn.thidua.evidence.check.EvidenceCheck;
import vn.thidua.evidence.check.Limits;
import vn.thidua.plan.Criteria;

/** Between a criteria table and a workbook of Excel. One workbook is read at a time, since each is whole in memory. */
public final class CriteriaWorkbook {
    public static final int MOST_BYTES = 5 << 20;

    /** Rows with something in them, of all sheets. */
    public static final int MOST_ROWS = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(CriteriaWorkbook.class);
    private static final byte[] OLD_OFFICE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final long MOST_UNPACKED = 12 << 20;
    private static final EvidenceCheck SCREEN = new EvidenceCheck(
            new Limits(Duration.ofSeconds(30), MOST_UNPACKED, MOST_UNPACKED, MOST_UNPACKED, 0, 0, 0), 1);

    private CriteriaWorkbook() {}

    /**
     * What a workbook says about itself, for people.
     *
     * @param version "dự thảo, phiên bản 3"
     */
    public record Head(String yearName, String version) {}

    public static byte[] write(Head head, Criteria criteria) {
        return WorkbookWriter.write(head, criteria);
    }

    /**
     * @throws WorkbookRefused where it is no workbook that may be read
     */
    public static CriteriaReading read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new WorkbookRefused(
                    "Tệp lớn hơn 5 MB; bảng tiêu chí chỉ vài chục KB. Kiểm tra xem có chọn nhầm tệp, hoặc bỏ hình ảnh trong tệp, rồi tải lên lại.");
        }
        screen(file);
        synchronized (SCREEN) {
            try (XSSFWorkbook workbook = open(file)) {
                return WorkbookReader.read(workbook);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The library tells what it cannot read by exceptions of many kinds. */
    private static XSSFWorkbook open(byte[] file) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (IOException | RuntimeException e) {
            LOG.info("A workbook could not be read: {}", e.toString());
            throw new WorkbookRefused(
                    "Tệp Excel không đọc được. Mở tệp bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx, rồi tải lên lại.");
        }
    }

    /** The container of workbooks with a password and of those from before 2007, each refused with what to do about it. */
    private static boolean isOldOffice(byte[] file) {
        return file.length >= OLD_OFFICE.length
                && Arrays.equals(file, 0, OLD_OFFICE.length, OLD_OFFICE, 0, OLD_OFFICE.length);
    }

    private static void screen(byte[] file) {
        if (FileType.of(file) != FileType.EXCEL && !isOldOffice(file)) {
            throw new WorkbookRefused(
                    "Tệp này không phải tệp Excel (.xlsx), hoặc đã hỏng. Tải mẫu về, điền vào mẫu, rồi tải lên lại.");
        }
        try {
            List<String> refusals = SCREEN.screen(file).refusals();
            if (!refusals.isEmpty()) {
                throw new WorkbookRefused(String.join(" ", refusals));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkbookRefused("Máy chủ đang dừng nên chưa đọc được tệp. Tải lên lại sau ít phút.");
        }
    }
}
