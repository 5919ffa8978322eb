/**
 * What stands between a browser and the engine: the Vietnamese web apps, who may enter, what may be asked of the two REST
 * surfaces ({@code /camunda/api}, {@code /engine-rest}) and how a refusal reads. Nothing else imports from here.
 */
@NullMarked
package vn.thidua.web;

import org.jspecify.annotations.NullMarked;
