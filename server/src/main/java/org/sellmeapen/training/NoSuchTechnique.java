package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

final class NoSuchTechnique extends Problem {
    NoSuchTechnique() {
        super(Kind.CALLER, "no-such-technique", 422, "That is none of the techniques listed with the scenario.");
    }
}
