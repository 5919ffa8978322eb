/** Comment rounds: a draft is laid before the members, they comment, the leader takes up or explains (S1-14). */
@NullMarked
package vn.thidua.duty.comment;

import org.jspecify.annotations.NullMarked;
