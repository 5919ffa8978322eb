/** What people take away of scores: workbooks to print and calculate on with (issue "Scores", "What people take away"). */
@NullMarked
package vn.thidua.scoring.papers;

import org.jspecify.annotations.NullMarked;
