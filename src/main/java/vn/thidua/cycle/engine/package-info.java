/** What the running year needs of the process engine. */
@NullMarked
package vn.thidua.cycle.engine;

import org.jspecify.annotations.NullMarked;
