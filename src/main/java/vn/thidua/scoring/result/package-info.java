/** The result of a year: standings, provisional and frozen, with a hash (rules.md, "Scores"). */
@NullMarked
package vn.thidua.scoring.result;

import org.jspecify.annotations.NullMarked;
