package vn.thidua.evidence.check;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * How a PDF reaches beyond itself: what it opens elsewhere without being asked, links to another machine's share (opening one hands the
 * reader's login to that machine), and contents that lie in another file. A link to a web page or to a file beside it, which somebody
 * must click, is none of these.
 */
final class Outwards {
    private static final Set<String> OPENS_FILE = Set.of("GoToR", "GoToE", "Thread");
    /** Under which a file specification names its file. */
    static final List<COSName> NAMES =
            List.of(COSName.F, COSName.UF, COSName.DOS, COSName.getPDFName("Unix"), COSName.getPDFName("Mac"));

    private static final COSName NEXT = COSName.getPDFName("Next");
    private static final COSName REFERENCE = COSName.getPDFName("Ref");
    /** A file specification writes {@code \\server\share} also as {@code /server/share}, and a drive as {@code /C/}. */
    private static final Pattern OTHER_MACHINE = Pattern.compile("(?is)\\s*(?:file:|[\\\\/](?![a-z][\\\\/])).*");

    private Outwards() {}

    /** @return keys of dangers */
    static Set<String> in(COSDictionary dictionary) {
        Set<String> found = new LinkedHashSet<>();
        if (startedByItself(dictionary).stream().anyMatch(Outwards::opensElsewhere)) {
            found.add("fetch");
        }
        String action = kind(dictionary);
        if (OPENS_FILE.contains(action) && isOnOtherMachine(dictionary.getDictionaryObject(COSName.F))
                || action.equals("URI") && isOnOtherMachine(dictionary.getDictionaryObject(COSName.URI))) {
            found.add("network");
        }
        if (dictionary instanceof COSStream
                && (dictionary.containsKey(COSName.F) || dictionary.containsKey(REFERENCE))) {
            found.add("external");
        }
        return found;
    }

    private static String kind(COSDictionary action) {
        String kind = action.getNameAsString(COSName.S);
        return kind == null ? "" : kind;
    }

    private static boolean opensElsewhere(COSDictionary action) {
        return switch (kind(action)) {
            case "URI", "GoToR", "GoToE" -> true;
            case "Thread" -> action.containsKey(COSName.F);
            default -> false;
        };
    }

    /** The actions that opening the document, turning to a page or pointing at a field starts, and those that follow them. */
    private static Set<COSDictionary> startedByItself(COSDictionary dictionary) {
        Deque<COSBase> waiting = new ArrayDeque<>();
        add(waiting, dictionary.getDictionaryObject(COSName.OPEN_ACTION));
        COSDictionary additional = Pdf.dictionary(dictionary, COSName.AA);
        if (additional != null) {
            additional.getValues().forEach(value -> add(waiting, value));
        }
        Set<COSDictionary> actions = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!waiting.isEmpty()) {
            COSBase next = waiting.pop();
            if (next instanceof COSDictionary action && actions.add(action)) {
                COSBase following = action.getDictionaryObject(NEXT);
                if (following instanceof COSArray several) {
                    several.forEach(value -> add(waiting, value));
                } else {
                    add(waiting, following);
                }
            }
        }
        return actions;
    }

    private static void add(Deque<COSBase> waiting, @Nullable COSBase value) {
        if (Pdf.resolved(value) instanceof COSDictionary action) {
            waiting.push(action);
        }
    }

    private static boolean isOnOtherMachine(@Nullable COSBase target) {
        if (target instanceof COSString path) {
            return isOnOtherMachine(path.getString()) || isOnOtherMachine(path.getASCII());
        }
        return target instanceof COSDictionary specification
                && NAMES.stream()
                        .anyMatch(name -> specification.getDictionaryObject(name) instanceof COSString path
                                && isOnOtherMachine(path));
    }

    private static boolean isOnOtherMachine(String path) {
        return OTHER_MACHINE.matcher(path.toLowerCase(Locale.ROOT)).matches();
    }
}
