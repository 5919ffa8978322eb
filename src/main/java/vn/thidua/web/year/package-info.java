/** Read-only pages of a cluster year, running or ended, and the way from a link in a mail to a task or to its page. */
@NullMarked
package vn.thidua.web.year;

import org.jspecify.annotations.NullMarked;
