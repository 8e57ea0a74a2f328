package org.sellmeapen.scoring;

import org.jspecify.annotations.Nullable;

/**
 * The one thing to fix first.
 *
 * @param turn the 0-based turn at which a retry would start, absent where no single moment stands for it
 * @param betterLine from the scenario's own content, absent where it has none
 */
public record FixFirst(
        String criterion,
        String name,
        @Nullable Integer turn,
        String why,
        @Nullable String betterLine) {}
