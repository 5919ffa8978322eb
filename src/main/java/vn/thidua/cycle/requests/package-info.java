/** A unit asks departments outside the cluster for figures and evidence that its criteria need (S1-08); nobody outside the unit sees it. */
@NullMarked
package vn.thidua.cycle.requests;

import org.jspecify.annotations.NullMarked;
