/** Where the bytes of files lie, addressed by their SHA-256. */
@NullMarked
package vn.thidua.evidence.store;

import org.jspecify.annotations.NullMarked;
