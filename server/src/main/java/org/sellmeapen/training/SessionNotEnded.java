package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

final class SessionNotEnded extends Problem {
    SessionNotEnded(TrainingSessionId id) {
        super(Kind.CALLER, "session-not-ended", 409, "The session " + id + " is still being played. End it first.");
    }
}
