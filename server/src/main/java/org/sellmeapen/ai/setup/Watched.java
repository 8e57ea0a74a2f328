package org.sellmeapen.ai.setup;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.wrappers.Breaker;

/** One entry and what this node saw of it. */
class Watched {

    record Fall(Instant at, String code) {}

    private final ModelEntry entry;
    private final Breaker breaker;
    private volatile @Nullable Fall lastFall;

    Watched(ModelEntry entry, Breaker breaker) {
        this.entry = entry;
        this.breaker = breaker;
    }

    ModelEntry entry() {
        return entry;
    }

    void fell(Instant at, String code) {
        lastFall = new Fall(at, code);
    }

    Optional<Fall> lastFall() {
        return Optional.ofNullable(lastFall);
    }

    Optional<String> restsBecause() {
        return Optional.ofNullable(breaker.restsBecause());
    }
}
