package vn.thidua.scoring.criteria.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that are no workbook that may be read, as they are uploaded all the same. */
public enum BadFile {
    EMPTY(Words.NOT_EXCEL, Words.TEMPLATE) {
        @Override
        byte[] bytes() {
            return new byte[0];
        }
    },
    TEXT(Words.NOT_EXCEL, Words.TEMPLATE) {
        @Override
        byte[] bytes() {
            return "Nhóm;1;Tham mưu;10\n".getBytes(StandardCharsets.UTF_8);
        }
    },
    PDF(Words.NOT_EXCEL, Words.TEMPLATE) {
        @Override
        byte[] bytes() {
            return pdf();
        }
    },
    MACROS("macro", "lưu lại thành .docx hoặc .xlsx không có macro") {
        @Override
        byte[] bytes() {
            return with("xl/vbaProject.bin", new byte[] {1, 2, 3});
        }
    },
    BOMB("bung ra quá lớn", "lưu lại") {
        @Override
        byte[] bytes() {
            return with("xl/media/image1.png", new byte[40 << 20]);
        }
    },
    ENCRYPTED("có mật khẩu", "bỏ mật khẩu") {
        @Override
        byte[] bytes() {
            return encrypted();
        }
    },
    BEFORE_2007("định dạng Office đời cũ", "lưu lại thành .docx, .xlsx") {
        @Override
        byte[] bytes() {
            return old();
        }
    },
    TOO_LARGE("lớn hơn 5 MB", "bỏ hình ảnh") {
        @Override
        byte[] bytes() {
            return new byte[CriteriaWorkbook.MOST_BYTES + 1];
        }
    },
    CUT_OFF(Words.NOT_EXCEL, Words.TEMPLATE) {
        @Override
        byte[] bytes() {
            byte[] whole = Workbooks.file();
            return java.util.Arrays.copyOf(whole, whole.length / 2);
        }
    },
    NOT_READABLE("không đọc được", "lưu lại dạng .xlsx") {
        @Override
        byte[] bytes() {
            return replaced("xl/workbook.xml", "<workbook>".getBytes(StandardCharsets.UTF_8));
        }
    };

    /** An enum's own constants are not there yet when its values are made. */
    private static final class Words {
        static final String NOT_EXCEL = "không phải tệp Excel (.xlsx), hoặc đã hỏng";
        static final String TEMPLATE = "Tải mẫu về";
    }

    final String reason;
    final String remedy;

    BadFile(String reason, String remedy) {
        this.reason = reason;
        this.remedy = remedy;
    }

    abstract byte[] bytes();

    private static byte[] pdf() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] with(String entry, byte[] content) {
        return rewritten(entry, content, false);
    }

    private static byte[] replaced(String entry, byte[] content) {
        return rewritten(entry, content, true);
    }

    private static byte[] rewritten(String entry, byte[] content, boolean instead) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Workbooks.file()));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry old; (old = in.getNextEntry()) != null; ) {
                if (!(instead && old.getName().equals(entry))) {
                    zip.putNextEntry(new ZipEntry(old.getName()));
                    in.transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] written(HSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }

    private static byte[] old() {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("Tiêu chí");
            return written(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encrypted() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("mật khẩu");
            try (OutputStream stream = encryptor.getDataStream(file)) {
                stream.write(Workbooks.file());
            }
            file.writeFilesystem(out);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
