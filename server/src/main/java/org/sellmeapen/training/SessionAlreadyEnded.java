package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

final class SessionAlreadyEnded extends Problem {
    SessionAlreadyEnded(TrainingSessionId id) {
        super(
                Kind.CALLER,
                "session-already-ended",
                409,
                "The session " + id + " has ended. Everything said is saved; retry a moment of it instead.");
    }
}
