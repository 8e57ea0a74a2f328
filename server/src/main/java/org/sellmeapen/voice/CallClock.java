package org.sellmeapen.voice;

/** Counts what the microphone sent since the session's first frame; stands while it is shut, and never goes back. */
final class CallClock {

    /** So far the other end may turn it forward. */
    private static final long FURTHEST_S = 3_600;

    private final long firstMs;
    private final int rate;
    private long samples;

    /** @param firstMs where it stands when the call begins */
    CallClock(long firstMs, int rate) {
        this.firstMs = firstMs;
        this.rate = rate;
    }

    long ms() {
        return firstMs + samples * 1000 / rate;
    }

    void heard(int moreSamples) {
        samples += moreSamples;
    }

    /** The microphone is open again; the other end says how late it is. */
    void goesOnAt(long atMs) {
        samples = Math.clamp((atMs - firstMs) * rate / 1000, samples, samples + FURTHEST_S * rate);
    }
}
