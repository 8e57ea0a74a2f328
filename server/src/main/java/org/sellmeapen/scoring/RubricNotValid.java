package org.sellmeapen.scoring;

import org.sellmeapen.kernel.Problem;

/** A rubric file that cannot be used; the detail says where and what to do. */
final class RubricNotValid extends Problem {

    RubricNotValid(String file, String what) {
        super(Kind.OPERATOR, "rubric-not-valid", 500, "Rubric file " + file + ": " + what);
    }
}
