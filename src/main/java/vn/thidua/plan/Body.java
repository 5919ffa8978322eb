package vn.thidua.plan;

import org.jspecify.annotations.Nullable;

/** A party outside the units, with the one role it has; {@code unit} says whose provincial People's Committee it is. */
public record Body(
        String code, String name, Function role, @Nullable String unit) {}
