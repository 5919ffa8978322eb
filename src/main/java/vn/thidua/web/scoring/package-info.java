/** Scores in the browser: sheets, the meeting's board, what changes on them while one looks. */
@NullMarked
package vn.thidua.web.scoring;

import org.jspecify.annotations.NullMarked;
