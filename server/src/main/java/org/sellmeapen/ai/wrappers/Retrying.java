package org.sellmeapen.ai.wrappers;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.Timing;

/**
 * Tries again by the vendor's own rules: only what passes by itself, only before the first word, not before the vendor's
 * {@code Retry-After}, and not at all when that is longer than our patience. Without one the waits double and are spread,
 * so that many who failed together do not come back together.
 */
public final class Retrying implements LanguageModel {

    /** What took its time already ({@code timed-out}) is not tried again: another vendor is quicker. */
    private static final Set<String> AGAIN =
            Set.of("too-busy", "overloaded", "vendor-trouble", "unreachable", "conflict", "cut-off", "garbled");

    private final LanguageModel model;
    private final Patience patience;
    private final Timing timing;
    private final RandomGenerator chance;

    public Retrying(LanguageModel model, Patience patience, Timing timing, RandomGenerator chance) {
        this.model = model;
        this.patience = patience;
        this.timing = timing;
        this.chance = chance;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        Told told = new Told(sink);
        for (int tried = 1; ; tried++) {
            try {
                return model.answer(prompt, told);
            } catch (ModelFailed failed) {
                Optional<Duration> wait = told.began() ? Optional.empty() : wait(failed, tried);
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
