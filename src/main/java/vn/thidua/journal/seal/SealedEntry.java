package vn.thidua.journal.seal;

import vn.thidua.journal.JournalEntry;

/**
 * An entry of the journal and its place in the chain of its year.
 *
 * @param number counted from 1 in each cluster year
 * @param hash 64 hexadecimal digits
 */
public record SealedEntry(JournalEntry entry, long number, String hash) {}
