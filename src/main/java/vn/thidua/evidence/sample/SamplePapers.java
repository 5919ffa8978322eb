package vn.thidua.evidence.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.Vietnam;
import vn.thidua.paper.Face;
import vn.thidua.paper.Sheets;
import vn.thidua.paper.Sheets.Stand;

/** Official papers as Decree 30/2020/NĐ-CP has them laid out, of offices that do not exist. Unsigned. */
public final class SamplePapers {
    private static final float OFFICE_WIDTH = 175;
    private static final float NATION_LEFT = Sheets.LEFT + OFFICE_WIDTH;
    private static final float NATION_WIDTH = Sheets.WIDTH - OFFICE_WIDTH;

    private SamplePapers() {}

    /**
     * @param number with its symbol: "12/BC-SNV"; null leaves the space that a clerk fills in
     * @param place where it was issued
     * @param parent the office above the issuer; null if there is none
     * @param kind "Báo cáo", "Quyết định" and the like
     * @param body one text for each paragraph
     * @param signerTitle "Giám đốc" and the like
     */
    public record Paper(
            @Nullable String number,
            String place,
            LocalDate issued,
            @Nullable String parent,
            String issuer,
            String kind,
            String subject,
            List<String> body,
            String signerTitle,
            String signerName) {
        public Paper {
            body = List.copyOf(body);
        }

        public byte[] pdf() {
            return draw(this);
        }
    }

    private static byte[] draw(Paper paper) {
        try (Sheets sheets = new Sheets(paper.kind + " " + paper.subject)) {
            sheets.beside(() -> office(paper, sheets), () -> nation(paper, sheets));
            sheets.skip(18);
            centred(sheets, upper(paper.kind), Face.BOLD, 14);
            centred(sheets, paper.subject, Face.BOLD, 14);
            sheets.rule(Sheets.LEFT + Sheets.WIDTH * 0.4f, Sheets.WIDTH * 0.2f);
            sheets.skip(12);
            for (String paragraph : paper.body) {
                sheets.write(paragraph, Face.REGULAR, 13, Stand.LEFT, Sheets.LEFT, Sheets.WIDTH);
                sheets.skip(6);
            }
            sheets.skip(12);
            sheets.beside(() -> recipients(sheets), () -> signature(paper, sheets));
            return sheets.finish();
        }
    }

    private static void office(Paper paper, Sheets sheets) {
        if (paper.parent != null) {
            sheets.write(upper(paper.parent), Face.REGULAR, 12, Stand.CENTRE, Sheets.LEFT, OFFICE_WIDTH);
        }
        sheets.write(upper(paper.issuer), Face.BOLD, 12, Stand.CENTRE, Sheets.LEFT, OFFICE_WIDTH);
        sheets.rule(Sheets.LEFT + OFFICE_WIDTH / 3, OFFICE_WIDTH / 3);
        sheets.skip(6);
        String number = paper.number == null ? "Số:        /" : "Số: " + paper.number;
        sheets.write(number, Face.REGULAR, 13, Stand.CENTRE, Sheets.LEFT, OFFICE_WIDTH);
    }

    private static void nation(Paper paper, Sheets sheets) {
        right(sheets, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Face.BOLD, 12);
        right(sheets, "Độc lập - Tự do - Hạnh phúc", Face.BOLD, 13);
        sheets.rule(NATION_LEFT + NATION_WIDTH / 4, NATION_WIDTH / 2);
        sheets.skip(6);
        right(sheets, paper.place + ", " + day(paper.issued), Face.ITALIC, 13);
    }

    /** Days below ten and months below three with a zero, as the decree has it. */
    private static String day(LocalDate date) {
        return String.format(
                Locale.ROOT,
                date.getMonthValue() < 3 ? "ngày %02d tháng %02d năm %d" : "ngày %02d tháng %d năm %d",
                date.getDayOfMonth(),
                date.getMonthValue(),
                date.getYear());
    }

    private static void recipients(Sheets sheets) {
        sheets.write("Nơi nhận:", Face.BOLD_ITALIC, 12, Stand.LEFT, Sheets.LEFT, OFFICE_WIDTH);
        sheets.write("- Như trên;", Face.REGULAR, 11, Stand.LEFT, Sheets.LEFT, OFFICE_WIDTH);
        sheets.write("- Lưu: VT.", Face.REGULAR, 11, Stand.LEFT, Sheets.LEFT, OFFICE_WIDTH);
    }

    private static void signature(Paper paper, Sheets sheets) {
        right(sheets, upper(paper.signerTitle), Face.BOLD, 13);
        sheets.skip(54);
        right(sheets, paper.signerName, Face.BOLD, 13);
    }

    private static void centred(Sheets sheets, String text, Face face, float size) {
        sheets.write(text, face, size, Stand.CENTRE, Sheets.LEFT, Sheets.WIDTH);
    }

    private static void right(Sheets sheets, String text, Face face, float size) {
        sheets.write(text, face, size, Stand.CENTRE, NATION_LEFT, NATION_WIDTH);
    }

    private static String upper(String text) {
        return text.toUpperCase(Vietnam.LOCALE);
    }
}
