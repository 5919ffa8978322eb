/**
 * Mail, at least once: written into an outbox in the caller's transaction, sent outside of it, with a
 * {@code Message-ID} computed from the business key. Also: which mornings a reminder is due.
 */
@NullMarked
package vn.thidua.mail;

import org.jspecify.annotations.NullMarked;
