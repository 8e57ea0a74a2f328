package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

final class SessionNotStarted extends Problem {
    SessionNotStarted(TrainingSessionId id) {
        super(Kind.CALLER, "session-not-started", 409, "The session " + id + " has not begun.");
    }
}
