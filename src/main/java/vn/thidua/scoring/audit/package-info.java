/** Whether results, figures and issued tables are what the journal says, from the rows alone. */
@NullMarked
package vn.thidua.scoring.audit;

import org.jspecify.annotations.NullMarked;
