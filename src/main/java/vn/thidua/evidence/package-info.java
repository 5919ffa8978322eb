/**
 * What is known of a file that is handed in as evidence, and the verdict that follows from it (rules.md, "Evidence"; S0-13 to
 * S0-16). The facts are established by {@code vn.thidua.evidence.check}; {@link vn.thidua.evidence.Judge} decides.
 */
@NullMarked
package vn.thidua.evidence;

import org.jspecify.annotations.NullMarked;
