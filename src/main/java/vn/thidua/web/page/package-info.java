/** Our own pages beside the web apps. */
@NullMarked
package vn.thidua.web.page;

import org.jspecify.annotations.NullMarked;
