/** The append-only record of who did what, and the clock that stamps it. */
@NullMarked
package vn.thidua.journal;

import org.jspecify.annotations.NullMarked;
