/** What a unit's leaders take along to the scoring meeting (S1-21), and what came of the targets that the unit pledged (S3-01). */
@NullMarked
package vn.thidua.scoring.brief;

import org.jspecify.annotations.NullMarked;
