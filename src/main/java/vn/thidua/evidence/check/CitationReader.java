package vn.thidua.evidence.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import vn.thidua.evidence.Citation;
import vn.thidua.evidence.check.PageText.Piece;

/**
 * Proposes how a document is to be cited, from where Decree 30/2020/NĐ-CP puts it: issuer and number on the left of the first page's
 * head, place and date on the right, else above the signature on the last page.
 */
final class CitationReader {
    private static final float HEAD = 0.45f;
    private static final Pattern NUMBER = Pattern.compile(
            "^S[ốỐ]\\s*[:.]?\\s*(\\d(?:\\s?\\d){0,5}\\s?\\p{L}?)\\s*((?:[/-]\\s*[\\p{L}\\d.&]+\\s*){1,5})");
    private static final Pattern NUMBER_LINE = Pattern.compile("^S[ốỐ]\\s*[:.]?\\s*(?:[\\d./…_-]|$)");
    private static final Pattern DATE = Pattern.compile(
            "^(?:(\\p{Lu}[^,;:]{1,40}?)\\s*,\\s*)?ngày\\s*(\\d\\s?\\d?)\\s*tháng\\s*(\\d\\s?\\d?)\\s*năm\\s*(\\d(?:\\s?\\d){3})\\s*\\.?$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final List<Piece> head;
    private final List<Piece> last;

    private CitationReader(List<Piece> head, List<Piece> last) {
        this.head = head;
        this.last = last;
    }

    /** Never fails: what cannot be read is not proposed. */
    static Citation read(PDDocument document) {
        int pages = document.getNumberOfPages();
        if (pages == 0) {
            return Citation.NONE;
        }
        List<Piece> first = PageText.of(document, 1);
        List<Piece> last = pages == 1 ? first : PageText.of(document, pages);
        return new CitationReader(first.stream().filter(p -> p.top() < HEAD).toList(), last).citation();
    }

    private Citation citation() {
        Piece numberLine = head.stream()
                .filter(p -> NUMBER_LINE.matcher(p.text()).find())
                .findFirst()
                .orElse(null);
        Piece dateLine = Stream.concat(head.stream(), reversed(last))
                .filter(CitationReader::isDate)
                .findFirst()
                .orElse(null);
        Piece below = numberLine != null ? numberLine : dateLine;
        Matcher date = dateLine == null ? null : date(dateLine);
        return new Citation(
                numberLine == null ? null : number(numberLine.text()),
                below == null ? null : issuer(below),
                date == null || date.group(1) == null ? null : date.group(1).strip(),
                date == null ? null : day(date));
    }

    private static Stream<Piece> reversed(List<Piece> pieces) {
        List<Piece> turned = new ArrayList<>(pieces);
        java.util.Collections.reverse(turned);
        return turned.stream();
    }

    private static boolean isDate(Piece piece) {
        Matcher date = date(piece);
        return date != null && day(date) != null;
    }

    private static @Nullable Matcher date(Piece piece) {
        Matcher date = DATE.matcher(piece.text().strip());
        return date.find() ? date : null;
    }

    private static @Nullable LocalDate day(Matcher date) {
        try {
            return LocalDate.of(number(date, 4), number(date, 3), number(date, 2));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group).replaceAll("\\s", ""));
    }

    private static @Nullable String number(String line) {
        Matcher number = NUMBER.matcher(line);
        if (!number.find() || !number.group(2).codePoints().anyMatch(Character::isLetter)) {
            return null;
        }
        return (number.group(1) + number.group(2)).replaceAll("\\s", "");
    }

    /** On the left, above; the office over it is not set in bold, or begins an organisation's name of its own. */
    private @Nullable String issuer(Piece below) {
        List<Piece> office = new ArrayList<>(head.stream()
                .filter(p -> p.middle() < 0.5f && p.top() < below.top())
                .filter(p -> p.text().codePoints().anyMatch(Character::isLetter))
                .toList());
        boolean anyBold = office.stream().anyMatch(Piece::bold);
        List<String> lines = new ArrayList<>();
        for (int i = office.size() - 1; i >= 0; i--) {
            Piece piece = office.get(i);
            if (anyBold && !piece.bold()) {
                break;
            }
            lines.add(0, piece.text().strip());
            if (Subject.beginsAsOrganisation(piece.text())) {
                break;
            }
        }
        return lines.isEmpty() ? null : String.join(" ", lines);
    }
}
