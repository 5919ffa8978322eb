/** A cluster year as it stands: its plan, the dates in force, and facts that later steps depend on. */
@NullMarked
package vn.thidua.year;

import org.jspecify.annotations.NullMarked;
