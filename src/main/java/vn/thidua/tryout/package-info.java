/**
 * The try-out and the start of the server: with no database configured, an embedded PostgreSQL 17 whose data stays in
 * {@code ./data}; with one, the questions that must be answered before it may be served.
 */
@NullMarked
package vn.thidua.tryout;

import org.jspecify.annotations.NullMarked;
