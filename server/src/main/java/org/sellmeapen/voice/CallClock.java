package org.sellmeapen.voice;

import java.util.function.LongSupplier;

/**
 * Counts what the microphone sent since the session's first frame, and never goes back behind that. While the microphone
 * is shut, time goes on by the loop's clock, so that what else sounds has its place; what the other end says when it opens
 * settles it.
 */
final class CallClock {

    /** So far the other end may turn it forward. */
    private static final long FURTHEST_S = 3_600;

    private static final long OPEN = -1;

    private final long firstMs;
    private final int rate;
    private final LongSupplier now;
    private long samples;
    private long shutSince = OPEN;

    /**
     * @param firstMs where it stands when the call begins, until the other end is told so
     * @param now milliseconds that only go forward
     */
    CallClock(long firstMs, int rate, LongSupplier now) {
        this.firstMs = firstMs;
        this.rate = rate;
        this.now = now;
    }

    long ms() {
        return heardMs() + (shutSince == OPEN ? 0 : now.getAsLong() - shutSince);
    }

    private long heardMs() {
        return firstMs + samples * 1000 / rate;
    }

    void heard(int moreSamples) {
        shutSince = OPEN;
        samples += moreSamples;
    }

    /** The microphone is shut. */
    void stands() {
        if (shutSince == OPEN) {
            shutSince = now.getAsLong();
        }
    }

    /** The microphone is open again; the other end says how late it is. */
    void goesOnAt(long atMs) {
        shutSince = OPEN;
        samples = Math.clamp((atMs - firstMs) * rate / 1000, samples, samples + FURTHEST_S * rate);
    }
}
