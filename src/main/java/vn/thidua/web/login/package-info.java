/** Who somebody is: passwords, the throttle on guessing them, and one-time links to set them. */
@NullMarked
package vn.thidua.web.login;

import org.jspecify.annotations.NullMarked;
