/** How far scoring has come, unit by unit, for those who appraise and the standing agency (S0-02, S2-03). */
@org.jspecify.annotations.NullMarked
package vn.thidua.scoring.progress;
