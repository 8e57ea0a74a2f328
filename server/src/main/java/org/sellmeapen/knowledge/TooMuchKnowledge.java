package org.sellmeapen.knowledge;

import org.sellmeapen.kernel.Problem;

final class TooMuchKnowledge extends Problem {
    TooMuchKnowledge(int most) {
        super(
                Kind.CALLER,
                "too-much-knowledge",
                409,
                "An organisation keeps at most " + most
                        + " passages, about three million letters. Remove documents that nobody needs any more.");
    }
}
