/** What was handed in: versions, verdicts, citations, receipts. */
@NullMarked
package vn.thidua.evidence.submission;

import org.jspecify.annotations.NullMarked;
