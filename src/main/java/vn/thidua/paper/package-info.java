/** Makes PDFs of Vietnamese text: receipts and lists that the system hands out, papers of a rehearsal. */
@NullMarked
package vn.thidua.paper;

import org.jspecify.annotations.NullMarked;
