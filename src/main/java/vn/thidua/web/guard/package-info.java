/** Filters in front of both REST surfaces: the set-up is shut, callers are known, queries carry no expressions. */
@NullMarked
package vn.thidua.web.guard;

import org.jspecify.annotations.NullMarked;
