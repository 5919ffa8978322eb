/** How a file comes in: streamed, resumable, screened, and receipted by the database's clock. */
@NullMarked
package vn.thidua.evidence.receiving;

import org.jspecify.annotations.NullMarked;
