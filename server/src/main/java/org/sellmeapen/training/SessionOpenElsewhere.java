package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

final class SessionOpenElsewhere extends Problem {
    SessionOpenElsewhere(TrainingSessionId id) {
        super(
                Kind.CALLER,
                "session-open-elsewhere",
                409,
                "The session " + id + " is open in another tab or program. Take it over there, or here.");
    }
}
