package org.sellmeapen.training;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.roleplay.Worded;

/**
 * A turn as it is stored.
 *
 * @param memento the mind after this turn, absent after the person's own turns
 * @param sound where it lies on the call clock, absent where it was typed
 * @param requestKey the caller's key for the request that brought it, so that a repeated request is not a second turn
 * @param insteadOfModel where the built-in words took over from a model: in all of the turn, or in its end
 */
record PlayedTurn(
        MarkedTurn marked,
        Instant at,
        Duration played,
        @Nullable String techniqueTag,
        @Nullable String memento,
        @Nullable Sound sound,
        @Nullable String requestKey,
        Worded.@Nullable Instead insteadOfModel) {

    /**
     * Milliseconds on the call clock.
     *
     * @param cutOff the person took the word; the turn's text is what was heard
     * @param verbatim whatever wrote the person's words down leaves no hesitation out
     * @param sureness how sure it was of them, on average, from 0 to 1; absent where it does not say
     */
    record Sound(
            long startMs,
            long endMs,
            boolean cutOff,
            boolean verbatim,
            @Nullable Double sureness) {

        Sound(long startMs, long endMs, boolean cutOff) {
            this(startMs, endMs, cutOff, false, null);
        }
    }

    /** As it goes into a retry: what was said stays, the request that brought it does not. */
    PlayedTurn copied() {
        return new PlayedTurn(marked, at, played, techniqueTag, memento, null, null, insteadOfModel);
    }

    PlayedTurn sounding(Sound sound) {
        return new PlayedTurn(marked, at, played, techniqueTag, memento, sound, requestKey, insteadOfModel);
    }

    /** With these words before its own. */
    PlayedTurn beginningWith(String words) {
        return saying(words + " " + marked.turn().text());
    }

    /** The same turn in other words. */
    PlayedTurn saying(String words) {
        Turn turn = marked.turn();
        MarkedTurn reworded = new MarkedTurn(
                new Turn(turn.i(), turn.speaker(), words),
                marked.phase(),
                marked.acts(),
                marked.state(),
                marked.moved(),
                marked.technique());
        return new PlayedTurn(reworded, at, played, techniqueTag, memento, sound, requestKey, insteadOfModel);
    }

    /** The same, once it is known how it was worded. */
    PlayedTurn worded(Worded worded) {
        return new PlayedTurn(
                marked,
                at,
                played,
                techniqueTag,
                memento,
                sound,
                requestKey,
                Worded.instead(worded.by(), worded.why()));
    }

    int i() {
        return marked.turn().i();
    }
}
