/** One jar, several commands: serve, {@code check}, {@code rehearse}, {@code start}. Here they are put together. */
@NullMarked
package vn.thidua;

import org.jspecify.annotations.NullMarked;
