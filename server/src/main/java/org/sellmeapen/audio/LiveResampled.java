package org.sellmeapen.audio;

/**
 * {@link Resampled} for sound that comes a sample at a time: the same filters, the same times, no garbage. The n-th
 * sample out lies at n / rate seconds; it is there as soon as the half filter behind it has been heard.
 */
public final class LiveResampled {

    private final int up;
    private final int down;
    private final int half;
    private final float[][] phases;
    private final float[] window; // the last samples, twice, so that they lie in one piece wherever the ring begins
    private final int size;
    private int at;
    private long in;
    private long out;

    public LiveResampled(int from, int to) {
        int common = Resampled.gcd(from, to);
        up = to / common;
        down = from / common;
        double cut = Resampled.cut(up, down);
        half = Resampled.half(cut);
        phases = Resampled.filters(up, half, cut);
        size = 2 * half + 1;
        window = new float[2 * size];
    }

    public void hear(float sample) {
        window[at] = sample;
        window[at + size] = sample;
        at = at + 1 == size ? 0 : at + 1;
        in++;
    }

    /** Whether {@link #next} has a sample to give. */
    public boolean ready() {
        return out * down / up + half < in;
    }

    public float next() {
        // The window holds the samples in - size .. in - 1, and the filter stands on centre - half .. centre + half.
        int late = (int) (in - 1 - half - out * down / up);
        float[] filter = phases[(int) (out * down % up)];
        int from = at - late;
        if (from < 0) {
            from += size;
        }
        out++;
        return Resampled.dot(filter, window, from);
    }

    void reset() {
        java.util.Arrays.fill(window, 0);
        at = 0;
        in = 0;
        out = 0;
    }
}
