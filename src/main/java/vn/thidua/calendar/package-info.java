/** Working days, boundaries and the one clock (Asia/Ho_Chi_Minh). */
@NullMarked
package vn.thidua.calendar;

import org.jspecify.annotations.NullMarked;
