package org.sellmeapen.scenarios;

import org.sellmeapen.conversation.Outcome;

/** The outcome that counts as won: an order, or a dated step where an order would be the wrong thing to ask for. */
public enum Win {
    SALE,
    NEXT_STEP;

    /** A sale is never less than a next step. */
    public boolean isReachedBy(Outcome outcome) {
        return outcome == Outcome.SALE || (this == NEXT_STEP && outcome == Outcome.NEXT_STEP);
    }
}
