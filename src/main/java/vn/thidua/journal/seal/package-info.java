/**
 * The journal's seal: a hash chain per cluster year, made outside of the transactions that record; what walks it, and the
 * proof that a receipt carries.
 */
@NullMarked
package vn.thidua.journal.seal;

import org.jspecify.annotations.NullMarked;
