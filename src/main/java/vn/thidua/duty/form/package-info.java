/** What a person fills in: the forms read as data, their answers judged on the server, sample answers for rehearsals. */
@NullMarked
package vn.thidua.duty.form;

import org.jspecify.annotations.NullMarked;
