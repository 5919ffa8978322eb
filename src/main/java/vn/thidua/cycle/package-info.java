/** The running cluster year: who owes what when, meetings and votes, dossiers, moving dates, starting, cancelling and closing. */
@NullMarked
package vn.thidua.cycle;

import org.jspecify.annotations.NullMarked;
