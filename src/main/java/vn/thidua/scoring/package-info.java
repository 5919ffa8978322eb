/** Scores: from the criteria table to a frozen ranking (rules.md, "Scores"). Decimals only. */
@NullMarked
package vn.thidua.scoring;

import org.jspecify.annotations.NullMarked;
