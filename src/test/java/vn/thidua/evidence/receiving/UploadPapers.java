package vn.thidua.evidence.receiving;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The smallest PDFs that are received, each title of another content, of any size wanted and never in memory whole. */
final class UploadPapers {
    private static final int PART = 1 << 20;

    private UploadPapers() {}

    /** A document in parts: its middle is a stream that nobody shows. */
    record Paper(byte[] front, int filling, byte[] back) {
        int size() {
            return front.length + filling + back.length;
        }

        byte[] part(int from, int length) {
            byte[] part = new byte[Math.min(length, size() - from)];
            for (int i = 0; i < part.length; i++) {
                part[i] = at(from + i);
            }
            return part;
        }

        private byte at(int i) {
            if (i < front.length) {
                return front[i];
            }
            int inside = i - front.length;
            return inside < filling ? (byte) ('a' + (inside * 31 >>> 5 & 15)) : back[inside - filling];
        }

        String sha256() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (int from = 0; from < size(); from += PART) {
                    digest.update(part(from, PART));
                }
                return HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** One empty page of a document whose title is {@code title}; about 400 bytes. */
    static byte[] small(String title) {
        Paper paper = pdf(title, 0);
        return paper.part(0, paper.size());
    }

    /** As many bytes as wanted. */
    static byte[] of(String title, int size) {
        return paper(title, size).part(0, size);
    }

    static Paper paper(String title, int size) {
        int filling = size - pdf(title, 1).size();
        // The length of the numbers in it depends on the size.
        return pdf(title, filling + size - pdf(title, filling).size());
    }

    private static Paper pdf(String title, int filling) {
        StringBuilder front = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder();
        for (String object : new String[] {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
            "<</Title(" + title + ")>>",
        }) {
            place(places, front.length());
            front.append(places.length() / 20).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        StringBuilder back = new StringBuilder();
        if (filling > 0) {
            place(places, front.length());
            front.append("5 0 obj\n<</Length ").append(filling).append(">>\nstream\n");
            back.append("\nendstream\nendobj\n");
        }
        int xref = front.length() + filling + back.length();
        int size = places.length() / 20 + 1;
        back.append("xref\n0 ").append(size).append("\n0000000000 65535 f \n").append(places);
        back.append("trailer\n<</Size ").append(size).append("/Root 1 0 R/Info 4 0 R>>\n");
        back.append("startxref\n").append(xref).append("\n%%EOF\n");
        return new Paper(bytes(front), filling, bytes(back));
    }

    private static void place(StringBuilder places, int at) {
        places.append(String.format(Locale.ROOT, "%010d 00000 n \n", at));
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Gives {@code count} bytes, then breaks as a connection does. */
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
