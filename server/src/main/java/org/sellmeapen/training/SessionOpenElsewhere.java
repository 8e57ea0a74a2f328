package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

final class SessionOpenElsewhere extends Problem {
    SessionOpenElsewhere() {
        super(
                Kind.CALLER,
                "session-open-elsewhere",
                409,
                "This conversation is held in another tab or program. Only one at a time can speak.");
    }
}
