package org.sellmeapen.roleplay;

import org.sellmeapen.kernel.Problem;

/** The mind was written down by another version of the product, or belongs to another scenario. */
public final class MementoNotUnderstood extends Problem {

    MementoNotUnderstood(int form) {
        super(
                Kind.OPERATOR,
                "memento-not-understood",
                409,
                "This conversation was begun with another version (form " + form + ") and cannot be played on.");
    }

    MementoNotUnderstood(String expected, String found) {
        super(
                Kind.OPERATOR,
                "memento-not-understood",
                409,
                "This conversation belongs to scenario " + found + ", not to " + expected + ".");
    }
}
