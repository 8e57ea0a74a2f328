package org.sellmeapen.speech;

import java.util.BitSet;

/** Tells where in one channel somebody speaks. Hears the channel once, from the first to the last sample. */
interface VoiceActivity {

    /** @param samples at {@link Hearing#RATE}, the next {@code count} of the channel */
    void hear(float[] samples, int count);

    /** The frames of {@link Spans#FRAME_S} that hold speech, from one on, which is then number 0; judged by themselves. */
    BitSet speech(int from);

    /** All of them. */
    default BitSet speech() {
        return speech(0);
    }
}
