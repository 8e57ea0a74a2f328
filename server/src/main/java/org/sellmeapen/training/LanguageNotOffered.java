package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

final class LanguageNotOffered extends Problem {

    private LanguageNotOffered(String detail) {
        super(Kind.CALLER, "language-not-offered", 422, detail);
    }

    static LanguageNotOffered unknown(String scenario) {
        return new LanguageNotOffered("The scenario " + scenario + " cannot be played in that language.");
    }

    static LanguageNotOffered withoutModel(String scenario) {
        return new LanguageNotOffered(
                "The built-in counterpart plays the scenario " + scenario
                        + " in the language it is written in only; in another one a language model has to be set up for talking.");
    }
}
