package vn.thidua.evidence.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.jspecify.annotations.Nullable;

/**
 * What a later signature may add to the structure of a tagged document: an element "Form" that holds nothing but the signature's own
 * widget, and its line in the table from widgets to elements. Nothing that was there may go, move or be worded otherwise.
 */
final class StructureTree {
    private static final COSName ELEMENT = COSName.getPDFName("StructElem");
    private static final COSName REFERENCE = COSName.getPDFName("OBJR");
    private static final COSName FORM = COSName.getPDFName("Form");
    private static final COSName OBJECT = COSName.getPDFName("Obj");
    private static final Set<COSName> OF_ELEMENT = Set.of(COSName.TYPE, COSName.S, COSName.P, COSName.K, COSName.PG);
    private static final Set<COSName> OF_REFERENCE = Set.of(COSName.TYPE, COSName.PG, OBJECT);

    private final @Nullable COSDictionary root;
    private final Set<COSDictionary> later;
    private final Set<COSDictionary> elements = identities();
    private final Set<COSDictionary> table = identities();

    /** @param later fields and widgets of later signatures */
    StructureTree(Pdf signed, Set<COSDictionary> later) {
        this.root = Pdf.dictionary(signed.catalog(), COSName.STRUCT_TREE_ROOT);
        this.later = later;
        if (root != null) {
            collect(root, COSName.K, elements);
            collect(Pdf.dictionary(root, COSName.PARENT_TREE), COSName.KIDS, table);
        }
    }

    private static Set<COSDictionary> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static void collect(@Nullable COSDictionary top, COSName down, Set<COSDictionary> into) {
        Deque<COSDictionary> waiting = new ArrayDeque<>();
        if (top != null) {
            waiting.push(top);
        }
        while (!waiting.isEmpty()) {
            Interrupts.check();
            COSDictionary node = waiting.pop();
            if (into.add(node)) {
                for (COSBase kid : kids(node.getItem(down))) {
                    if (Pdf.resolved(kid) instanceof COSDictionary d && isNode(d)) {
                        waiting.push(d);
                    }
                }
            }
        }
    }

    private static boolean isNode(COSDictionary kid) {
        COSName type = kid.getCOSName(COSName.TYPE);
        return type == null || type.equals(ELEMENT);
    }

    private static List<COSBase> kids(@Nullable COSBase given) {
        COSBase value = Pdf.resolved(given);
        List<COSBase> kids = new ArrayList<>();
        if (value instanceof COSArray array) {
            array.forEach(kids::add);
        } else if (value instanceof COSDictionary) {
            kids.add(given);
        }
        return kids;
    }

    /** An entry before and after, to be compared as any other. */
    record Kept(@Nullable COSBase before, @Nullable COSBase after) {}

    /**
     * Looks at one entry of a dictionary of the signed state.
     *
     * @return what must be the same; empty if this entry is none that may grow, or has grown otherwise than it may
     */
    Optional<List<Kept>> grown(COSDictionary node, COSName key, @Nullable COSBase before, @Nullable COSBase after) {
        if (elements.contains(node) && key.equals(COSName.K)) {
            boolean list = before == null
                    || Pdf.resolved(before) instanceof COSArray
                    || Pdf.resolved(before) instanceof COSDictionary;
            return list ? grown(kids(before), kids(after), 1) : Optional.empty();
        }
        if (table.contains(node) && key.equals(COSName.NUMS)) {
            return grown(kids(before), kids(after), 2);
        }
        boolean bounds = table.contains(node) && key.equals(COSName.LIMITS);
        boolean next = node == root
                && key.equals(COSName.PARENT_TREE_NEXT_KEY)
                && Pdf.resolved(after) instanceof COSInteger n
                && (before == null || Pdf.resolved(before) instanceof COSInteger b && b.longValue() <= n.longValue());
        return bounds || next ? Optional.of(List.of()) : Optional.empty();
    }

    /** @param step 1 for a list of elements, 2 for one of numbers and elements in turn */
    private Optional<List<Kept>> grown(List<COSBase> before, List<COSBase> after, int step) {
        List<Kept> kept = new ArrayList<>();
        int next = 0;
        if (before.size() % step != 0 || after.size() % step != 0) {
            return Optional.empty();
        }
        for (int i = 0; i < after.size(); i += step) {
            if (next < before.size() && isSame(before.get(next), after.get(i))) {
                for (int j = 0; j < step; j++) {
                    kept.add(new Kept(before.get(next + j), after.get(i + j)));
                }
                next += step;
            } else if (!isOfLaterSignature(after.get(i + step - 1))) {
                return Optional.empty();
            }
        }
        return next == before.size() ? Optional.of(kept) : Optional.empty();
    }

    private static boolean isSame(COSBase before, COSBase after) {
        COSBase one = Pdf.resolved(before);
        COSBase other = Pdf.resolved(after);
        if (one == null || other == null || one == COSNull.NULL) {
            return one == other;
        }
        if (one instanceof COSInteger a) {
            return other instanceof COSInteger b && a.longValue() == b.longValue();
        }
        return one.getKey() == null ? other.getKey() == null : one.getKey().equals(other.getKey());
    }

    private boolean isOfLaterSignature(COSBase member) {
        if (!(Pdf.resolved(member) instanceof COSDictionary d)) {
            return false;
        }
        if (REFERENCE.equals(d.getCOSName(COSName.TYPE))) {
            return OF_REFERENCE.containsAll(d.keySet())
                    && d.getDictionaryObject(OBJECT) instanceof COSDictionary widget
                    && later.contains(widget);
        }
        List<COSBase> kids = kids(d.getItem(COSName.K));
        return FORM.equals(d.getCOSName(COSName.S))
                && OF_ELEMENT.containsAll(d.keySet())
                && !kids.isEmpty()
                && kids.stream()
                        .allMatch(k -> Pdf.resolved(k) instanceof COSDictionary r
                                && REFERENCE.equals(r.getCOSName(COSName.TYPE))
                                && isOfLaterSignature(r));
    }
}
