package vn.thidua.duty.comment;

/** Names a comment round; also the business key of its process. */
public record RoundKey(String yearId, String subject, int number) {
    private static final String MARK = "COMMENTS";

    /** @throws IllegalArgumentException where the text is no such key */
    public static RoundKey parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 4 || !parts[1].equals(MARK)) {
            throw new IllegalArgumentException("no key of a comment round: " + text);
        }
        return new RoundKey(parts[0], parts[2], Integer.parseInt(parts[3]));
    }

    @Override
    public String toString() {
        return yearId + "/" + MARK + "/" + subject + "/" + number;
    }
}
