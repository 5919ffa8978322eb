/** Files over HTTP: handing in from the browser, viewing, downloading, receipts. */
@NullMarked
package vn.thidua.web.files;

import org.jspecify.annotations.NullMarked;
