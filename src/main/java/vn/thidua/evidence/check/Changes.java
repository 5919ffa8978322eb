package vn.thidua.evidence.check;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;
import vn.thidua.evidence.EvidenceWords;

/**
 * What differs between the state of a document that was signed and the file as it lies here, object by object. What is shown is a
 * function of these objects, so whatever looks different is found here, and what hides in objects that nothing refers to yet
 * is found once something does.
 */
final class Changes {
    private static final int MAX_NAMED = 20;
    private static final Set<COSName> SET_BY_SIGNING =
            Set.of(COSName.V, COSName.AP, COSName.M, COSName.F, COSName.getPDFName("MK"));
    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");
    private static final Set<COSName> STAMPED_BY_SAVING = Set.of(COSName.MOD_DATE, COSName.PRODUCER);

    private final Pdf signed;
    private final Pdf now;
    private final Set<COSDictionary> later;
    private final StructureTree structure;
    private final Deque<Pair> waiting = new ArrayDeque<>();
    private final Map<COSBase, Set<COSBase>> compared = new IdentityHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> added = new LinkedHashSet<>();

    private record Pair(@Nullable COSBase before, @Nullable COSBase after, String where) {}

    /**
     * @param changed in Vietnamese: what must not follow a signature
     * @param added in Vietnamese: what may
     */
    record Found(List<String> changed, List<String> added) {}

    private Changes(Pdf signed, Pdf now, List<SignatureField> later) {
        this.signed = signed;
        this.now = now;
        this.later = Collections.newSetFromMap(new IdentityHashMap<>());
        later.forEach(f -> this.later.addAll(f.parts()));
        this.structure = new StructureTree(signed, this.later);
    }

    /** @param later fields of {@code now} that were signed or stamped after {@code signed} */
    static Found between(Pdf signed, Pdf now, List<SignatureField> later) {
        Changes changes = new Changes(signed, now, later);
        changes.pages();
        changes.information();
        changes.compare(
                signed.trailer().getDictionaryObject(COSName.ENCRYPT),
                now.trailer().getDictionaryObject(COSName.ENCRYPT),
                "/Encrypt");
        changes.compare(signed.catalog(), now.catalog(), EvidenceWords.of("where.catalog"));
        changes.work();
        return new Found(changes.changed.stream().limit(MAX_NAMED).toList(), List.copyOf(changes.added));
    }

    /** Pages first, so that what differs is named by its page. */
    private void pages() {
        List<COSDictionary> before = signed.pages();
        List<COSDictionary> after = now.pages();
        if (before.size() != after.size()) {
            changed.add(EvidenceWords.of("change.pages", before.size(), after.size()));
        } else if (!keys(before).equals(keys(after))) {
            changed.add(EvidenceWords.of("change.order"));
        }
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            compare(before.get(i), after.get(i), EvidenceWords.of("where.page", i + 1));
            work();
        }
    }

    private static List<String> keys(List<COSDictionary> pages) {
        return pages.stream().map(p -> String.valueOf(p.getKey())).toList();
    }

    private void information() {
        COSDictionary before = Pdf.dictionary(signed.trailer(), COSName.INFO);
        COSDictionary after = Pdf.dictionary(now.trailer(), COSName.INFO);
        String where = EvidenceWords.of("where.info");
        for (COSName key : Values.union(before, after)) {
            COSBase old = before == null ? null : before.getDictionaryObject(key);
            COSBase present = after == null ? null : after.getDictionaryObject(key);
            if (!STAMPED_BY_SAVING.contains(key)) {
                compare(old, present, where + " /" + key.getName());
            } else if (old == null || !old.equals(present)) {
                added.add(EvidenceWords.of("added.metadata"));
            }
        }
    }

    private void work() {
        while (!waiting.isEmpty() && changed.size() < MAX_NAMED) {
            Interrupts.check();
            Pair pair = waiting.poll();
            if (pair.before instanceof COSDictionary before && pair.after instanceof COSDictionary after) {
                dictionaries(before, after, pair.where);
            } else if (pair.before instanceof COSArray before && pair.after instanceof COSArray after) {
                arrays(before, after, pair.where);
            }
        }
    }

    /** Judges plain values at once; what has parts waits for its turn, each pair once. */
    private void compare(@Nullable COSBase first, @Nullable COSBase second, String where) {
        COSBase before = Values.resolved(first);
        COSBase after = Values.resolved(second);
        if (before == null && after == null) {
            return;
        }
        boolean parts = before instanceof COSDictionary && after instanceof COSDictionary
                || before instanceof COSArray && after instanceof COSArray;
        if (!parts) {
            if (!Values.same(before, after)) {
                changed.add(EvidenceWords.of("change.differs", where));
            }
        } else if (compared.computeIfAbsent(before, b -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(after)) {
            waiting.add(new Pair(before, after, where));
        }
    }

    private void arrays(COSArray before, COSArray after, String where) {
        if (before.size() != after.size()) {
            changed.add(EvidenceWords.of("change.differs", where));
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            compare(before.get(i), after.get(i), where);
        }
    }

    private void dictionaries(COSDictionary before, COSDictionary after, String where) {
        boolean catalog = before == signed.catalog();
        boolean form = before == signed.form();
        boolean page = COSName.PAGE.equals(before.getCOSName(COSName.TYPE));
        boolean signedLater = later.contains(after) && !before.containsKey(COSName.V);
        for (COSName key : Values.union(before, after)) {
            COSBase old = before.getItem(key);
            COSBase present = after.getItem(key);
            String place = key.equals(COSName.PARENT) ? where : where + " /" + key.getName();
            if (catalog && inCatalog(key, old, present)
                    || form && inForm(key, old, present)
                    || signedLater && SET_BY_SIGNING.contains(key)) {
                continue;
            }
            Optional<List<StructureTree.Kept>> structured = structure.grown(before, key, old, present);
            if (structured.isPresent()) {
                structured.get().forEach(k -> compare(k.before(), k.after(), place));
            } else if (page && key.equals(COSName.ANNOTS)) {
                members(before, after, key, "annotation", where);
            } else {
                compare(old, present, place);
            }
        }
        if (before instanceof COSStream a && after instanceof COSStream b && !Values.sameData(a, b)) {
            changed.add(EvidenceWords.of("change.differs", where));
        } else if (before instanceof COSStream != after instanceof COSStream) {
            changed.add(EvidenceWords.of("change.differs", where));
        }
    }

    /** @return whether the entry has been dealt with */
    private boolean inCatalog(COSName key, @Nullable COSBase old, @Nullable COSBase present) {
        if (key.equals(DSS)) {
            if (present == null) {
                return false;
            }
            added.add(EvidenceWords.of("added.validation"));
            return true;
        }
        if (key.equals(COSName.METADATA) && old != null && present != null) {
            if (Pdf.resolved(old) instanceof COSStream a
                    && Pdf.resolved(present) instanceof COSStream b
                    && !Values.sameData(a, b)) {
                added.add(EvidenceWords.of("added.metadata"));
            }
            return true;
        }
        if (key.equals(COSName.ACRO_FORM) && old == null && present != null) {
            form(new COSDictionary(), Pdf.resolved(present));
            return true;
        }
        return key.equals(EXTENSIONS) || key.equals(COSName.VERSION);
    }

    private void form(COSDictionary none, @Nullable COSBase present) {
        if (present instanceof COSDictionary form) {
            for (COSName key : form.keySet()) {
                if (!inForm(key, null, form.getItem(key))) {
                    changed.add(
                            EvidenceWords.of("change.differs", EvidenceWords.of("where.form") + " /" + key.getName()));
                }
            }
            members(none, form, COSName.FIELDS, "field", EvidenceWords.of("where.form"));
        }
    }

    private boolean inForm(COSName key, @Nullable COSBase old, @Nullable COSBase present) {
        if (key.equals(COSName.FIELDS)) {
            COSDictionary before = signed.form();
            COSDictionary after = now.form();
            if (before != null && after != null) {
                members(before, after, key, "field", EvidenceWords.of("where.form"));
            }
            return true;
        }
        if (key.equals(COSName.DR)
                && Values.resolved(old) instanceof COSDictionary a
                && Values.resolved(present) instanceof COSDictionary b) {
            more(a, b, 0);
            return true;
        }
        boolean resources = key.equals(COSName.DR) || key.equals(COSName.DA);
        return key.equals(COSName.SIG_FLAGS) || resources && old == null;
    }

    /** Fonts that a signing program puts beside those that are there; what was there must stay. */
    private void more(COSDictionary before, COSDictionary after, int depth) {
        for (COSName key : before.keySet()) {
            COSBase old = before.getItem(key);
            COSBase present = after.getItem(key);
            if (depth == 0
                    && Values.resolved(old) instanceof COSDictionary a
                    && Values.resolved(present) instanceof COSDictionary b) {
                more(a, b, depth + 1);
            } else {
                compare(old, present, EvidenceWords.of("where.form") + " /DR /" + key.getName());
            }
        }
    }

    /** Annotations of a page, fields of the form: none may go, none change its place, and only signatures may come. */
    private void members(COSDictionary before, COSDictionary after, COSName key, String kind, String where) {
        List<COSBase> present = Pdf.list(after, key);
        int next = 0;
        for (COSBase old : Pdf.list(before, key)) {
            int at = next;
            while (at < present.size() && !isSameMember(old, present.get(at))) {
                at++;
            }
            if (at == present.size()) {
                changed.add(EvidenceWords.of("change." + kind + "Gone", where));
                return;
            }
            present.subList(next, at).forEach(m -> added(m, kind, where));
            compare(old, present.get(at), member(kind, where, Pdf.resolved(old)));
            next = at + 1;
        }
        present.subList(next, present.size()).forEach(m -> added(m, kind, where));
    }

    private void added(COSBase member, String kind, String where) {
        if (!(Pdf.resolved(member) instanceof COSDictionary d && later.contains(d))) {
            changed.add(EvidenceWords.of("change." + kind + "Added", member(kind, where, Pdf.resolved(member))));
        }
    }

    private static boolean isSameMember(COSBase old, COSBase present) {
        COSBase before = Pdf.resolved(old);
        COSBase after = Pdf.resolved(present);
        if (before == null || after == null) {
            return before == after;
        }
        return before.getKey() == null
                ? after.getKey() == null
                : before.getKey().equals(after.getKey());
    }

    private static String member(String kind, String where, @Nullable COSBase member) {
        String name = "";
        if (member instanceof COSDictionary d) {
            String title = d.getString(COSName.T);
            String subtype = d.getNameAsString(COSName.SUBTYPE);
            name = title != null ? " «" + title + "»" : subtype != null ? " /" + subtype : "";
        }
        return EvidenceWords.of("where." + kind, where, name);
    }
}
