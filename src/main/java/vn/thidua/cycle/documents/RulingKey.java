package vn.thidua.cycle.documents;

import vn.thidua.evidence.ruling.Ruling;

/** Names one question about one file; also the business key of its {@code ruling} process. */
public record RulingKey(String yearId, long submissionId, Ruling.Question question) {
    private static final String MARK = "RULING";

    /** @throws IllegalArgumentException where the text is no such key */
    public static RulingKey parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 4 || !parts[1].equals(MARK)) {
            throw new IllegalArgumentException("no ruling key: " + text);
        }
        return new RulingKey(parts[0], Long.parseLong(parts[2]), Ruling.Question.valueOf(parts[3]));
    }

    @Override
    public String toString() {
        return yearId + "/" + MARK + "/" + submissionId + "/" + question;
    }
}
