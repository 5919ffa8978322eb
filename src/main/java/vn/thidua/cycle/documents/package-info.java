/** What the duties of a running year ask files for, who reads them, and what follows when they are there or not. */
@NullMarked
package vn.thidua.cycle.documents;

import org.jspecify.annotations.NullMarked;
