package vn.thidua.evidence;

import java.util.List;

/**
 * Whether a file may be received at all: what nobody could check, or what would act instead of show, is refused before it is stored.
 * Says nothing about signatures.
 *
 * @param type by content, never by name
 * @param refusals in Vietnamese: why it is not taken, and last what to do; empty if it is
 */
public record Screening(FileType type, List<String> refusals) {
    public Screening {
        refusals = List.copyOf(refusals);
    }

    public boolean accepted() {
        return refusals.isEmpty();
    }
}
