package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

final class NoSuchMoment extends Problem {
    NoSuchMoment(TrainingSessionId id) {
        super(
                Kind.CALLER,
                "no-such-moment",
                422,
                "That turn of session " + id + " is not one of yours to say differently.");
    }
}
