/**
 * Establishes the facts of a file, offline: what its bytes show, who signed it, what came after each signature. A file is
 * hostile until shown otherwise (docs/evidence.md).
 */
@NullMarked
package vn.thidua.evidence.check;

import org.jspecify.annotations.NullMarked;
