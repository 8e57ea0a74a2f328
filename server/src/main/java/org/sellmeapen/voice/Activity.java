package org.sellmeapen.voice;

import java.util.function.LongConsumer;

/** Tells from the sound when the person speaks, for who has no page to do it. Of one call; not thread-safe. */
interface Activity {

    /** @param started and {@code stopped} are told how many milliseconds ago it happened */
    void audio(short[] samples, int length, LongConsumer started, LongConsumer stopped);

    /** Opens one for each call. */
    interface Opener {
        Activity open(int rate);
    }
}
