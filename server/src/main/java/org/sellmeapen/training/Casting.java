package org.sellmeapen.training;

import org.sellmeapen.conversation.Seat;
import org.sellmeapen.scenarios.Level;

/** What is played and how: fixed when the session begins, so that it can be played on after the library has changed. */
record Casting(
        String scenarioId,
        String scenarioAddress,
        String scenarioDigest,
        String title,
        String category,
        String personaName,
        Level level,
        Seat seat,
        String language,
        long seed,
        int timeLimitS) {}
