package vn.thidua.evidence.receiving;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/** The smallest PDFs that are received, each of another content, and of any size wanted. */
final class UploadPapers {
    private UploadPapers() {}

    /** One empty page of a document whose title is {@code title}; about 400 bytes. */
    static byte[] small(String title) {
        return pdf(title, 0);
    }

    /** As many bytes as wanted, most of them a stream that nobody shows. */
    static byte[] of(String title, int size) {
        int without = pdf(title, 0).length;
        byte[] tried = pdf(title, size - without - 60);
        return pdf(title, size - without - 60 + size - tried.length);
    }

    private static byte[] pdf(String title, int padding) {
        StringBuilder head = new StringBuilder("%PDF-1.4\n");
        int[] at = new int[6];
        at[1] = head.length();
        head.append("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        at[2] = head.length();
        head.append("2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
        at[3] = head.length();
        head.append("3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n");
        at[4] = head.length();
        head.append("4 0 obj\n<</Title(").append(title).append(")>>\nendobj\n");
        int objects = padding > 0 ? 6 : 5;
        StringBuilder tail = new StringBuilder();
        byte[] filling = new byte[Math.max(0, padding)];
        if (padding > 0) {
            at[5] = head.length();
            head.append("5 0 obj\n<</Length ").append(padding).append(">>\nstream\n");
            tail.append("\nendstream\nendobj\n");
            letters(title, filling);
        }
        int xref = head.length() + filling.length + tail.length();
        tail.append("xref\n0 ").append(objects).append("\n0000000000 65535 f \n");
        for (int i = 1; i < objects; i++) {
            tail.append(String.format(Locale.ROOT, "%010d 00000 n \n", at[i]));
        }
        tail.append("trailer\n<</Size ")
                .append(objects)
                .append("/Root 1 0 R/Info 4 0 R>>\nstartxref\n")
                .append(xref)
                .append("\n%%EOF\n");
        byte[] all = new byte[xref + tail.length() - tail.indexOf("xref\n0 ")];
        byte[] front = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] back = tail.toString().getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(front, 0, all, 0, front.length);
        System.arraycopy(filling, 0, all, front.length, filling.length);
        System.arraycopy(back, 0, all, front.length + filling.length, back.length);
        return all;
    }

    private static void letters(String title, byte[] bytes) {
        new Random(title.hashCode()).nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ('a' + (bytes[i] & 15));
        }
    }

    /** Gives the first {@code count} bytes, then breaks as a connection does. */
    static InputStream cut(byte[] bytes, int from, int count) {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(bytes, from, count), broken);
    }
}
