package vn.thidua.evidence.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Word and Excel files, honest and hostile, as archives of parts. */
final class OfficeFiles {
    private static final String TYPES = "<?xml version=\"1.0\"?><Types><Override PartName=\"/word/document.xml\""
            + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private boolean stored;

    private OfficeFiles() {}

    static OfficeFiles word() {
        return new OfficeFiles()
                .with("[Content_Types].xml", TYPES)
                .with("_rels/.rels", "<Relationships/>")
                .with("word/document.xml", "<w:document>Điểm tự chấm</w:document>");
    }

    static OfficeFiles excel() {
        return new OfficeFiles()
                .with("[Content_Types].xml", TYPES.replace("word", "spreadsheet"))
                .with("xl/workbook.xml", "<workbook/>")
                .with("xl/worksheets/sheet1.xml", "<sheetData>" + "<c><v>1</v></c>".repeat(10_000) + "</sheetData>");
    }

    OfficeFiles with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    OfficeFiles with(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    /** Nothing deflated, and so without lengths behind the data. */
    OfficeFiles stored() {
        stored = true;
        return this;
    }

    /** The bytes as Latin-1. */
    String text() {
        return new String(bytes(), StandardCharsets.ISO_8859_1);
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                if (stored) {
                    CRC32 crc = new CRC32();
                    crc.update(part.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(part.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Zeros that unpack to {@code megabytes}. */
    static byte[] bomb(int megabytes) {
        return word().with("word/media/image1.bmp", new byte[megabytes << 20]).bytes();
    }

    static byte[] manyParts(int count) {
        OfficeFiles file = word();
        for (int i = 0; i < count; i++) {
            file.with("word/media/" + i, "x");
        }
        return file.bytes();
    }

    static byte[] nested(int depth) {
        byte[] inner = excel().bytes();
        for (int i = 0; i < depth; i++) {
            inner = word().with("word/embeddings/Microsoft_Excel_Sheet.xlsx", inner)
                    .bytes();
        }
        return inner;
    }

    /** The table says less than there is: bombs whose length nobody is told. */
    static byte[] lyingLength() {
        byte[] file = excel().bytes();
        int at = new String(file, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        file[at + 24] = 1;
        file[at + 25] = 0;
        return file;
    }

    /** Two entries of the table share the same data. */
    static byte[] overlapping() {
        byte[] file = word().with("word/a.xml", "<aaaa/>").bytes();
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int last = text.lastIndexOf("PK\u0001\u0002");
        int other = text.lastIndexOf("PK\u0001\u0002", last - 1);
        System.arraycopy(file, other + 42, file, last + 42, 4);
        return file;
    }
}
