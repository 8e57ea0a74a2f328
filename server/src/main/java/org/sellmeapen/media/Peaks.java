package org.sellmeapen.media;

/**
 * What a waveform is drawn from: each channel cut into the same number of equal stretches.
 *
 * @param seconds the whole recording
 * @param rep left
 * @param buyer right
 */
public record Peaks(double seconds, Wave rep, Wave buyer) {

    /** One value a stretch, of full scale: {@code min} and {@code max} -1 to 1, {@code rms} 0 to 1. */
    public record Wave(float[] min, float[] max, float[] rms) {
        static Wave of(int stretches) {
            return new Wave(new float[stretches], new float[stretches], new float[stretches]);
        }
    }
}
