package vn.thidua.journal.seal;

import java.util.List;

/**
 * Where a year's chain stood after cut-offs. Kept outside of the database, it shows even a chain that was rewritten as a whole or
 * cut off at its end.
 *
 * @param id of the first occasion: tells this checkpoint from all others
 * @param occasions what was cut off: codes of duties, in order
 * @param number of the last entry then
 * @param hash of that entry, 64 hexadecimal digits
 */
public record Checkpoint(String yearId, long id, List<String> occasions, long number, String hash) {}
