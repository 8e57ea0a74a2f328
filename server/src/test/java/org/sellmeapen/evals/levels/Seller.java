package org.sellmeapen.evals.levels;

/** Somebody who sells by talking. One object, one talk. */
interface Seller {

    /** @param heard the buyer's words since the seller's last turn, empty where the seller begins */
    String say(String heard);

    /** Whether the seller has taken leave with the last words. */
    boolean hasLeft();
}
