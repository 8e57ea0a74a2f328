package org.sellmeapen.audio;

/**
 * Is told by a {@link SpeechDetector} when somebody speaks, on the thread that brings the sound. All times are
 * milliseconds of the detector's clock.
 */
public interface SpeechListener {

    /**
     * @param atMs where the voice began, a little in the past
     * @param nowMs how far the detector had listened when it was sure
     */
    void started(long atMs, long nowMs);

    /**
     * @param atMs where the voice ended; {@code nowMs - atMs} is at least the silence the settings ask for
     * @param nowMs how far the detector had listened when it was sure
     */
    void stopped(long atMs, long nowMs);

    /**
     * The answer for every hundredth of a second, before any smoothing; comes up to four at a time.
     *
     * @param atMs where the frame begins
     * @param probability of speech, by the model, in the 32 ms around
     * @param levelDb below full scale, without what is below a voice
     * @param loud whether the energy gate is open
     * @param voice whether both say so
     */
    default void frame(long atMs, float probability, float levelDb, boolean loud, boolean voice) {}
}
