package vn.thidua.cycle.complaints;

/** Names a complaint; also the business key of its {@code complaint} process. */
public record ComplaintKey(String yearId, long id) {
    private static final String MARK = "COMPLAINT";

    /** @throws IllegalArgumentException where the text is no such key */
    public static ComplaintKey parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3 || !parts[1].equals(MARK)) {
            throw new IllegalArgumentException("no complaint key: " + text);
        }
        return new ComplaintKey(parts[0], Long.parseLong(parts[2]));
    }

    @Override
    public String toString() {
        return yearId + "/" + MARK + "/" + id;
    }
}
