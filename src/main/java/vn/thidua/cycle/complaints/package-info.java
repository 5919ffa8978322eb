/** Complaints about frozen figures: filed by a unit, ruled on by two seats or the standing agency (rules.md, "Scores" and "Ruling"). */
@NullMarked
package vn.thidua.cycle.complaints;

import org.jspecify.annotations.NullMarked;
