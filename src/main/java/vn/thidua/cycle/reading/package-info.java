/** What people may read of a cluster year, running or ended: the year, its duties, receipts and journal, in Vietnamese words. */
@NullMarked
package vn.thidua.cycle.reading;

import org.jspecify.annotations.NullMarked;
