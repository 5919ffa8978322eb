/** The engine's own settings, authorisations and ready-made task filters. */
@NullMarked
package vn.thidua.web.platform;

import org.jspecify.annotations.NullMarked;
