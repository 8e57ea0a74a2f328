package org.sellmeapen.media;

/** Whose voice: the seller's side is left in a stereo file, the buyer's right. */
public enum Channel {
    REP,
    BUYER;

    /** Its bit in the heading of a segment. */
    int bit() {
        return 1 << ordinal();
    }
}
