package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

/** The model that has to understand a turn did not answer; the turn was not taken, and nothing moved. */
final class NotHeard extends Problem {
    NotHeard() {
        super(
                Kind.PROVIDER,
                "not-heard",
                503,
                "The language model that understands this language did not answer in time. What you said was not taken; say it again.");
    }
}
