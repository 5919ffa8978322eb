/** Steering a running year: people and contacts corrected, deadlines and meetings moved, a year cancelled. */
@NullMarked
package vn.thidua.cycle.steering;

import org.jspecify.annotations.NullMarked;
