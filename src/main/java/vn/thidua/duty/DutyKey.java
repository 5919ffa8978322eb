package vn.thidua.duty;

/**
 * Names one duty of one party in one cluster year; also the business key of its {@code handIn} process.
 *
 * @param subject what the duty is about (a unit, a nomination, an agenda item), or empty
 */
public record DutyKey(String yearId, DutyType type, String party, String subject) {

    public static DutyKey of(String yearId, DutyType type, String party) {
        return new DutyKey(yearId, type, party, "");
    }

    /** @throws IllegalArgumentException where the text is no key */
    public static DutyKey parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length < 3 || parts.length > 4) {
            throw new IllegalArgumentException("no duty key: " + text);
        }
        return new DutyKey(parts[0], DutyType.valueOf(parts[1]), parts[2], parts.length == 4 ? parts[3] : "");
    }

    @Override
    public String toString() {
        return yearId + "/" + type + "/" + party + (subject.isEmpty() ? "" : "/" + subject);
    }
}
