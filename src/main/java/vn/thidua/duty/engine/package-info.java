/** Where duties meet the engine. */
@NullMarked
package vn.thidua.duty.engine;

import org.jspecify.annotations.NullMarked;
