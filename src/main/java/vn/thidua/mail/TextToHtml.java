package vn.thidua.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * The HTML body made from a mail's text, so that both always say the same. Paragraphs are parted by blank lines, lines
 * with "- " are a list (lines indented by two spaces belong to the item above), "Nhãn: …" is shown as a label. All is
 * escaped; only addresses of our own become links, so that nobody can put one into a reason.
 */
final class TextToHtml {

    private static final Pattern LABEL = Pattern.compile("^(\\p{Lu}[\\p{L} ,/]{1,30}:)(?= |$)");

    private static final Pattern BETWEEN_BLOCKS = Pattern.compile("\n{2,}");

    private final Pattern link;

    TextToHtml(String baseUrl) {
        this.link = Pattern.compile("(?<![^\\s(])" + Pattern.quote(escape(baseUrl.replaceAll("/+$", "")))
                + "(?:[/?#][^\\s<>]*)?(?=[\\s<]|$)");
    }

    String html(String text) {
        return BETWEEN_BLOCKS.splitAsStream(text.strip()).map(this::block).collect(Collectors.joining("\n"));
    }

    private String block(String block) {
        StringBuilder html = new StringBuilder();
        boolean inList = false;
        boolean inParagraph = false;
        for (String line : block.split("\n", -1)) {
            if (line.startsWith("- ")) {
                html.append(inParagraph ? "</p>\n" : "").append(inList ? "</li>\n" : "<ul>\n");
                html.append("<li>").append(inline(line.substring(2)));
                inList = true;
                inParagraph = false;
            } else if (inList && line.startsWith("  ")) {
                html.append("<br>\n").append(inline(line.strip()));
            } else {
                html.append(inList ? "</li>\n</ul>\n" : "").append(inParagraph ? "<br>\n" : "<p>");
                html.append(inline(line.strip()));
                inList = false;
                inParagraph = true;
            }
        }
        return html.append(inList ? "</li>\n</ul>" : "</p>").toString();
    }

    private String inline(String line) {
        String html = LABEL.matcher(escape(line)).replaceFirst("<strong>$1</strong>");
        return link.matcher(html).replaceAll(found -> {
            String url = Matcher.quoteReplacement(found.group());
            return "<a href=\"" + url + "\">" + url + "</a>";
        });
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
