/** How an error of the engine or a refusal of ours reaches the person who asked. */
@NullMarked
package vn.thidua.web.rest;

import org.jspecify.annotations.NullMarked;
