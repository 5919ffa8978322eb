/** Units beside each other on one page: where they stand by groups, this year and last, and every result that was made. */
@NullMarked
package vn.thidua.scoring.overview;

import org.jspecify.annotations.NullMarked;
