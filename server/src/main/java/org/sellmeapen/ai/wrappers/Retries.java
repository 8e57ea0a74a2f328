package org.sellmeapen.ai.wrappers;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Timing;

/**
 * Tries again by the vendor's own rules: only what passes by itself, not before the vendor's {@code Retry-After}, and not at
 * all when that is longer than our patience. Without one the waits double and are spread, so that many who failed together do
 * not come back together.
 */
record Retries(Patience patience, Timing timing, RandomGenerator chance) {

    /** What took its time already ({@code timed-out}) is not tried again: another vendor is quicker. */
    private static final Set<String> AGAIN =
            Set.of("too-busy", "overloaded", "vendor-trouble", "unreachable", "conflict", "cut-off", "garbled");

    /** @param began whether somebody heard a part of it, after which nothing is tried again */
    <T> T of(Work<T> work, BooleanSupplier began) throws ModelFailed, InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                return work.done();
            } catch (ModelFailed failed) {
                Optional<Duration> wait = began.getAsBoolean() ? Optional.empty() : wait(failed, tried);
                if (wait.isEmpty()) {
                    throw failed;
                }
                timing.pause(wait.get());
            }
        }
    }

    private Optional<Duration> wait(ModelFailed failed, int tried) {
        if (tried >= patience.tries() || !failed.isPassing() || !AGAIN.contains(failed.code())) {
            return Optional.empty();
        }
        Duration asked = failed.after();
        Duration wait = asked != null ? asked : spread(patience.first().multipliedBy(1L << (tried - 1)));
        return Optional.of(wait).filter(w -> w.compareTo(patience.longest()) <= 0);
    }

    private Duration spread(Duration wait) {
        return Duration.ofMillis(Math.round(wait.toMillis() * (0.5 + chance.nextDouble() / 2)));
    }
}
