package org.sellmeapen.scoring;

import org.sellmeapen.kernel.Problem;

public final class NoSuchRubric extends Problem {

    NoSuchRubric(String id) {
        super(Kind.CALLER, "no-such-rubric", 404, "There is no rubric \"" + id + "\".");
    }
}
