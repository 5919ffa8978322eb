/** What a party owes by a deadline: receipts, lateness, the outcome of silence. */
@NullMarked
package vn.thidua.duty;

import org.jspecify.annotations.NullMarked;
