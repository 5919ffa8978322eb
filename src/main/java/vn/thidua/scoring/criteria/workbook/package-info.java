/** The criteria table as a workbook of Excel: written with drop-downs and notes, read with every mistake at its cell. */
@NullMarked
package vn.thidua.scoring.criteria.workbook;

import org.jspecify.annotations.NullMarked;
