/** The criteria table of a year: versions, lines, who issued it (rules.md, "Scores"; S2-11). */
@NullMarked
package vn.thidua.scoring.criteria;

import org.jspecify.annotations.NullMarked;
