package org.sellmeapen.voice;

import org.jspecify.annotations.Nullable;

/**
 * Measures how a person speaks while they do. Made by the activity that owns the conversation; used by one thread at a
 * time, never by the loop of a call.
 */
public interface SpeechGauge {

    /** Samples a second that it takes. */
    int RATE = 16_000;

    /**
     * The person over the last half minute; what is absent is not known, or not yet.
     *
     * @param overS how much of that half minute there was
     * @param wordsPerMinute estimated from syllables
     * @param talkRatio their part of all talk, from 0 to 1
     * @param fillers of all that {@link #said} was told
     */
    record Reading(
            double overS,
            @Nullable Double wordsPerMinute,
            @Nullable Double talkRatio,
            @Nullable Integer fillers) {}

    /**
     * @param samples the person's and the counterpart's in turn
     * @param count pairs of them
     */
    void hear(float[] samples, int count);

    /** Words of the person's that leave no hesitation out. */
    void said(String text);

    Reading reading();
}
