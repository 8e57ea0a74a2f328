package org.sellmeapen.training;

import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.scenarios.Level;

/**
 * Begin a rehearsal.
 *
 * @param seat absent: the scenario's own
 * @param language absent: the scenario's own
 * @param seed absent: by chance; given, the counterpart answers the same words the same way
 */
public record BeginSession(
        String scenarioId,
        Level level,
        @Nullable Seat seat,
        @Nullable String language,
        @Nullable Long seed) {}
