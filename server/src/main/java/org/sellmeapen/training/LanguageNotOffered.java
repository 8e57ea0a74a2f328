package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

final class LanguageNotOffered extends Problem {
    LanguageNotOffered(String scenario) {
        super(
                Kind.CALLER,
                "language-not-offered",
                422,
                "The built-in counterpart plays the scenario " + scenario + " in the language it is written in only.");
    }
}
