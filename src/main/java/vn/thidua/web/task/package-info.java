/** From a link in a mail to the task in Tasklist. */
@NullMarked
package vn.thidua.web.task;

import org.jspecify.annotations.NullMarked;
