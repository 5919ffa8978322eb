/** What the summary conference rests on (S3-01): pledges with their results, scores, classification, the superior's directions. */
@NullMarked
package vn.thidua.scoring.pack;

import org.jspecify.annotations.NullMarked;
