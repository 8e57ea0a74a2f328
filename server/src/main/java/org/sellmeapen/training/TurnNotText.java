package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

final class TurnNotText extends Problem {
    TurnNotText() {
        super(
                Kind.CALLER,
                "turn-not-text",
                400,
                "What was said holds a NUL or half a character. Say it again without.");
    }
}
