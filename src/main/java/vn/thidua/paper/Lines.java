package vn.thidua.paper;

import java.util.ArrayList;
import java.util.List;

/** Where a text is broken to fit a width. */
final class Lines {
    private Lines() {}

    /** Between words; within one that is too long for a line of its own, such as a hash. */
    static List<String> of(String text, Face.Embedded font, float size, float width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (font.width(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (font.width(line, size) > width) {
                int fits = fits(line, font, size, width);
                lines.add(line.substring(0, fits));
                line = line.substring(fits);
            }
        }
        lines.add(line);
        return lines;
    }

    /** At least one letter, so that it goes on. */
    private static int fits(String word, Face.Embedded font, float size, float width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (font.width(word.substring(0, next), size) > width) {
                break;
            }
            end = next;
        }
        return end;
    }
}
