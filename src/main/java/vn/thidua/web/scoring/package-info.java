/** Scores in the browser: pages and answers of the scoring part. */
@NullMarked
package vn.thidua.web.scoring;

import org.jspecify.annotations.NullMarked;
