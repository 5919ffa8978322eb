/** The score sheet of a unit: figures, who may set and see them, totals (rules.md, "Scores"; S0-02, S2-13). */
@NullMarked
package vn.thidua.scoring.sheet;

import org.jspecify.annotations.NullMarked;
