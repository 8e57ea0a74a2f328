package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

final class ScorecardNotOrdered extends Problem {
    ScorecardNotOrdered(TrainingSessionId id) {
        super(
                Kind.CALLER,
                "scorecard-not-ordered",
                409,
                "Nothing was said in session " + id + ", so there is nothing to judge.");
    }
}
