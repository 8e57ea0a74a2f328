package org.sellmeapen.training;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.MarkedTurn;

/**
 * A turn as it is stored.
 *
 * @param memento the mind after this turn, absent after the person's own turns
 * @param requestKey the caller's key for the request that brought it, so that a repeated request is not a second turn
 */
record PlayedTurn(
        MarkedTurn marked,
        Instant at,
        Duration played,
        @Nullable String techniqueTag,
        @Nullable String memento,
        @Nullable String requestKey) {

    /** As it goes into a retry: what was said stays, the request that brought it does not. */
    PlayedTurn copied() {
        return new PlayedTurn(marked, at, played, techniqueTag, memento, null);
    }

    int i() {
        return marked.turn().i();
    }
}
