package org.sellmeapen.ai.setup;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.wrappers.Breaker;
import org.sellmeapen.ai.wrappers.Redacting;
import org.sellmeapen.privacy.Redactor;

/** One entry with the model that was made of it, and what this node saw of it. */
final class Seat {

    /** Who is private in a conversation, the organisation's people included. */
    interface Privacy {
        Redactor redactor(Collection<String> also);
    }

    record Fall(Instant at, String code) {}

    private final ModelEntry entry;
    private final LanguageModel model;
    private final Breaker breaker;
    private volatile @Nullable Fall lastFall;

    Seat(ModelEntry entry, LanguageModel model, Breaker breaker) {
        this.entry = entry;
        this.model = model;
        this.breaker = breaker;
    }

    ModelEntry entry() {
        return entry;
    }

    LanguageModel model(Privacy privacy, Collection<String> also) {
        return entry.redacts() ? new Redacting(model, () -> privacy.redactor(also)) : model;
    }

    void fell(Instant at, ModelFailed why) {
        lastFall = new Fall(at, why.code());
    }

    Optional<Fall> lastFall() {
        return Optional.ofNullable(lastFall);
    }

    Optional<String> restsBecause() {
        return Optional.ofNullable(breaker.restsBecause());
    }
}
