/** A cluster year's plan: dates, people, rules, criteria; reading it from YAML and checking it. */
@NullMarked
package vn.thidua.plan;

import org.jspecify.annotations.NullMarked;
