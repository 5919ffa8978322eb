/** Drives the process engine through a rehearsal. */
@NullMarked
package vn.thidua.rehearsal.engine;

import org.jspecify.annotations.NullMarked;
