package org.sellmeapen.audio;

import java.util.Arrays;

/**
 * How likely it is, by the Silero network, that one channel of a recording holds speech: an answer for every 32 ms. The
 * network lags some hundredths of a second where a voice begins or ends. Not for several threads.
 */
public final class SpeechProbability {

    /** Samples that one answer is for. */
    public static final int CHUNK = SileroVad.CHUNK;

    private final SileroVad silero = new SileroVad();
    private final float[] chunk = new float[CHUNK];
    private float[] answers = new float[1_024];
    private int chunks;
    private int inChunk;

    /** @param samples at 16 kHz, the next {@code count} of the channel */
    public void hear(float[] samples, int count) {
        for (int i = 0; i < count; i++) {
            chunk[inChunk++] = samples[i];
            if (inChunk == CHUNK) {
                inChunk = 0;
                keep(silero.probability(chunk));
            }
        }
    }

    /** Whole chunks heard; a last one that is not whole has no answer. */
    public int chunks() {
        return chunks;
    }

    public float of(int chunk) {
        return answers[chunk];
    }

    private void keep(float probability) {
        if (chunks == answers.length) {
            answers = Arrays.copyOf(answers, chunks * 2);
        }
        answers[chunks++] = probability;
    }
}
