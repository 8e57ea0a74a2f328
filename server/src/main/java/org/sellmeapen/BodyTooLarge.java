package org.sellmeapen;

import org.sellmeapen.kernel.Problem;

final class BodyTooLarge extends Problem {
    BodyTooLarge(long limit) {
        super(Kind.CALLER, "too-large", 413, "The body is larger than the " + limit + " bytes this operation takes.");
    }
}
