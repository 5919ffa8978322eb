package vn.thidua.cycle.requests;

/** Names one request for figures; also the business key of its {@code dataRequest} process. */
public record RequestKey(String yearId, long id) {
    private static final String MARK = "DATA_REQUEST";

    /** @throws IllegalArgumentException where the text is no such key */
    public static RequestKey parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3 || !parts[1].equals(MARK)) {
            throw new IllegalArgumentException("no key of a data request: " + text);
        }
        return new RequestKey(parts[0], Long.parseLong(parts[2]));
    }

    @Override
    public String toString() {
        return yearId + "/" + MARK + "/" + id;
    }
}
