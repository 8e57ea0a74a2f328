package org.sellmeapen.training;

import org.sellmeapen.conversation.Seat;
import org.sellmeapen.kernel.Problem;

final class SeatNotOffered extends Problem {
    SeatNotOffered(String scenario, Seat seat) {
        super(
                Kind.CALLER,
                "seat-not-offered",
                422,
                "The scenario " + scenario + " is not played from the " + seat.code()
                        + "'s chair. Choose one that is.");
    }
}
