/** A cluster year in virtual time: the real processes, services and mails, driven from instant to instant. */
@NullMarked
package vn.thidua.rehearsal;

import org.jspecify.annotations.NullMarked;
