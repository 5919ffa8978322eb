/** What people rule on a file where the machine must not decide. */
@NullMarked
package vn.thidua.evidence.ruling;

import org.jspecify.annotations.NullMarked;
