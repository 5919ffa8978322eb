package vn.thidua.evidence.check;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Whether the tree of pages, and that of form fields, is a tree: libraries that follow it would otherwise never come to an end. */
final class PageTree {
    private static final int MAX_DEPTH = 100;

    private PageTree() {}

    static boolean isSound(Pdf pdf) {
        COSDictionary catalog = pdf.catalog();
        COSDictionary pages = Pdf.dictionary(catalog, COSName.PAGES);
        return pages != null && isTree(pages) && fieldsAreTree(pdf);
    }

    private static boolean fieldsAreTree(Pdf pdf) {
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (COSBase field : Pdf.list(pdf.form(), COSName.FIELDS)) {
            if (Pdf.resolved(field) instanceof COSDictionary d && !isTree(d, seen)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTree(COSDictionary root) {
        return isTree(root, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean isTree(COSDictionary root, Set<COSDictionary> seen) {
        Deque<Node> waiting = new ArrayDeque<>();
        waiting.push(new Node(root, null, 0));
        while (!waiting.isEmpty()) {
            Interrupts.check();
            Node node = waiting.pop();
            COSDictionary parent = Pdf.dictionary(node.dictionary, COSName.PARENT);
            boolean strangeParent = parent != null && parent != node.parent;
            if (!seen.add(node.dictionary) || node.depth > MAX_DEPTH || strangeParent) {
                return false;
            }
            for (COSBase kid : Pdf.list(node.dictionary, COSName.KIDS)) {
                if (Pdf.resolved(kid) instanceof COSDictionary d) {
                    waiting.push(new Node(d, node.dictionary, node.depth + 1));
                }
            }
        }
        return true;
    }

    private record Node(COSDictionary dictionary, @Nullable COSDictionary parent, int depth) {}
}
