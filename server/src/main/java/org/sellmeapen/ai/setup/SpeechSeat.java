package org.sellmeapen.ai.setup;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.wrappers.Breaker;

/**
 * One entry with the ear or mouth that was made of it.
 *
 * @param <T> {@link org.sellmeapen.ai.SpeechToText} or {@link org.sellmeapen.ai.TextToSpeech}
 */
final class SpeechSeat<T> extends Watched {

    private final @Nullable T who;
    private final boolean local;
    private final BooleanSupplier affords;

    /**
     * @param who null where its key or its provider is gone
     * @param local whether it stands in the house
     * @param affords whether the month's cap lets it work; may ask the database
     */
    SpeechSeat(ModelEntry entry, @Nullable T who, boolean local, BooleanSupplier affords, Breaker breaker) {
        super(entry, breaker);
        this.who = who;
        this.local = local;
        this.affords = affords;
    }

    Optional<T> who() {
        return Optional.ofNullable(who);
    }

    boolean isLocal() {
        return local;
    }

    boolean affords() {
        return affords.getAsBoolean();
    }
}
