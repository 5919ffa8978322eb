/** The thin beans that the diagrams call, and what ties the year to the process engine. */
@NullMarked
package vn.thidua.cycle.engine;

import org.jspecify.annotations.NullMarked;
