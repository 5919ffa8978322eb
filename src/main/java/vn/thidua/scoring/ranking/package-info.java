/** Who stands where, by a pure function. */
@NullMarked
package vn.thidua.scoring.ranking;

import org.jspecify.annotations.NullMarked;
