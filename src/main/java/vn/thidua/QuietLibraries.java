package vn.thidua;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Keeps libraries that report on every odd file from writing between the lines of an answer. */
final class QuietLibraries {
    private static final List<String> NOISY =
            List.of("eu.europa.esig", "org.apache.pdfbox", "org.apache.fontbox", "vn.thidua.evidence");

    private QuietLibraries() {}

    static void now() {
        for (String name : NOISY) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                logger.setLevel(Level.OFF);
            }
        }
    }
}
