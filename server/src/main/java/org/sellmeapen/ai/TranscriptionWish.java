package org.sellmeapen.ai;

/**
 * @param language BCP 47
 * @param sampleRate of the audio that will be pushed: 16000 or 24000
 */
public record TranscriptionWish(String language, int sampleRate) {

    public TranscriptionWish {
        if (sampleRate < 8_000 || sampleRate > 48_000) {
            throw new IllegalArgumentException("no speech comes at " + sampleRate + " Hz");
        }
    }
}
