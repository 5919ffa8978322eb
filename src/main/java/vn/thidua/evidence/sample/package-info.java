/**
 * Makes papers, authorities and signatures for rehearsals and tests. Samples only: every name is invented, keys are made anew and kept
 * in memory, and nothing of it is trusted unless an operator puts the sample authority's certificate among the anchors.
 */
@NullMarked
package vn.thidua.evidence.sample;

import org.jspecify.annotations.NullMarked;
