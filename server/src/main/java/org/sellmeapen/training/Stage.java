package org.sellmeapen.training;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.Outcome;

/** Where a rehearsal stands. Played time counts while it is live only. */
sealed interface Stage {

    String CODES = "lobby|live|paused|ended|scored";

    record Lobby() implements Stage {}

    record Live(Instant startedAt, Instant since, Duration before) implements Stage {}

    record Paused(Instant startedAt, Duration played) implements Stage {}

    /** @param ending how the counterpart decided, absent where it did not */
    record Ended(
            @Nullable Instant startedAt,
            Instant at,
            EndReason reason,
            Duration played,
            Outcome outcome,
            @Nullable Ending ending,
            boolean scored)
            implements Stage {}

    default String code() {
        return switch (this) {
            case Lobby _ -> "lobby";
            case Live _ -> "live";
            case Paused _ -> "paused";
            case Ended ended -> ended.scored() ? "scored" : "ended";
        };
    }

    default Duration playedAt(Instant now) {
        return switch (this) {
            case Lobby _ -> Duration.ZERO;
            case Live live -> live.before().plus(Duration.between(live.since(), now));
            case Paused paused -> paused.played();
            case Ended ended -> ended.played();
        };
    }
}
