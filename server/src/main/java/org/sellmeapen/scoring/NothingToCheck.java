package org.sellmeapen.scoring;

import org.sellmeapen.kernel.Problem;

final class NothingToCheck extends Problem {
    NothingToCheck(String detail) {
        super(Kind.CALLER, "nothing-to-check", 422, detail);
    }
}
