/** A criteria table on its way: drafted in a workbook, commented on, issued, replaced by another version (S2-11, S1-14). */
@NullMarked
package vn.thidua.scoring.drafting;

import org.jspecify.annotations.NullMarked;
