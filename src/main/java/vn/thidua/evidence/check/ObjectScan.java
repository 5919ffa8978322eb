package vn.thidua.evidence.check;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import vn.thidua.evidence.EvidenceWords;

/**
 * Walks every object that a PDF can reach, each once and without recursion, and names what makes it act instead of show (scripts,
 * programs, dynamic forms), what reaches beyond it, and streams that unpack to too much.
 */
final class ObjectScan {
    private static final Map<String, String> ACTIONS = Map.of(
            "JavaScript", "script",
            "Launch", "launch",
            "ImportData", "import",
            "SubmitForm", "submit",
            "Rendition", "media");
    private static final Set<String> RICH = Set.of("RichMedia", "3D");
    private static final COSName JS = COSName.getPDFName("JS");
    private static final COSName JAVA_SCRIPT = COSName.getPDFName("JavaScript");
    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final COSName EMBEDDED_FILE = COSName.getPDFName("EmbeddedFile");

    private final Pdf pdf;
    private final Limits limits;
    private final Set<String> dangers = new LinkedHashSet<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> waiting = new ArrayDeque<>();
    private long decoded;
    private boolean attachments;

    private ObjectScan(Pdf pdf, Limits limits) {
        this.pdf = pdf;
        this.limits = limits;
    }

    /** @param dangers in Vietnamese */
    record Found(List<String> dangers, boolean attachments) {}

    static Found in(Pdf pdf, Limits limits) {
        ObjectScan scan = new ObjectScan(pdf, limits);
        scan.walk();
        return new Found(List.copyOf(scan.dangers), scan.attachments);
    }

    private void walk() {
        visit(pdf.trailer());
        while (!waiting.isEmpty()) {
            Interrupts.check();
            COSBase next = waiting.pop();
            if (next instanceof COSDictionary dictionary) {
                inspect(dictionary);
                dictionary.getValues().forEach(this::visit);
            } else if (next instanceof COSArray array) {
                array.forEach(this::visit);
            }
            if (seen.size() > limits.objects()) {
                danger("tooManyObjects", limits.objects());
                return;
            }
        }
    }

    private void visit(COSBase value) {
        COSBase object = Pdf.resolved(value);
        if ((object instanceof COSDictionary || object instanceof COSArray) && seen.add(object)) {
            waiting.push(object);
        }
    }

    private void inspect(COSDictionary dictionary) {
        String action = dictionary.getNameAsString(COSName.S);
        if (action != null && ACTIONS.containsKey(action)) {
            danger(ACTIONS.get(action));
        }
        if (dictionary.containsKey(JS) || dictionary.containsKey(JAVA_SCRIPT)) {
            danger("script");
        }
        if (dictionary.containsKey(XFA)) {
            danger("xfa");
        }
        if (RICH.contains(dictionary.getNameAsString(COSName.SUBTYPE, ""))) {
            danger("media");
        }
        if (dictionary.containsKey(COSName.EF)) {
            attachments = true;
            dangers.addAll(Attachments.dangers(dictionary, limits));
        }
        Outwards.in(dictionary).forEach(this::danger);
        if (dictionary instanceof COSStream stream) {
            measure(stream);
        }
    }

    private void measure(COSStream stream) {
        boolean picture = COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
        boolean attachment = EMBEDDED_FILE.equals(stream.getCOSName(COSName.TYPE));
        long limit = picture || attachment ? limits.pictureBytes() : limits.streamBytes();
        try {
            if (!picture && BoundedDecode.isPacked(stream, BoundedDecode.PICTURES)) {
                danger("oddPacking");
                return;
            }
            decoded += BoundedDecode.length(stream, limit, limits.streamBytes());
        } catch (BoundedDecode.TooLong e) {
            danger("bombObject");
        } catch (IOException e) {
            // Broken data: nothing is shown of it, and nothing unpacked.
        }
        if (decoded > limits.totalBytes()) {
            danger("bombObject");
        }
    }

    private void danger(String key, Object... args) {
        dangers.add(EvidenceWords.of("danger." + key, args));
    }
}
