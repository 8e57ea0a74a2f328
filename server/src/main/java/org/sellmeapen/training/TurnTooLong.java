package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

final class TurnTooLong extends Problem {
    TurnTooLong() {
        super(
                Kind.CALLER,
                "turn-too-long",
                400,
                "A turn has at most " + Training.LONGEST_TURN + " characters. Say it in several.");
    }
}
