package org.sellmeapen.voice;

import java.util.function.LongSupplier;

/**
 * Counts what the microphone sent since the session's first frame, and never goes back behind that. While the microphone
 * is shut, time goes on by the loop's clock, so that what else sounds has its place; what the other end says when it opens
 * settles it.
 */
final class CallClock {

    /** The other end's clock may be so far ahead of the time that has passed here; no true one is ahead at all. */
    private static final long AHEAD_MS = 5_000;

    private static final long OPEN = -1;

    private final long firstMs;
    private final int rate;
    private final LongSupplier nowMs;
    private final long sinceMs;
    private long samples;
    private long shutSince = OPEN;

    /**
     * @param firstMs where it stands when the call begins, until the other end is told so
     * @param nowMs the time that passes meanwhile, from any beginning
     */
    CallClock(long firstMs, int rate, LongSupplier nowMs) {
        this.firstMs = firstMs;
        this.rate = rate;
        this.nowMs = nowMs;
        this.sinceMs = nowMs.getAsLong();
    }

    long ms() {
        return heardMs() + (shutSince == OPEN ? 0 : nowMs.getAsLong() - shutSince);
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
            shutSince = nowMs.getAsLong();
        }
    }

    /** The microphone is open again; the other end says how late it is. */
    void goesOnAt(long atMs) {
        shutSince = OPEN;
        samples = Math.max(samples, (possible(atMs) - firstMs) * rate / 1000);
    }

    /** What the other end says of the time, as far as it can be: the call has not lasted longer than it has. */
    long possible(long atMs) {
        return Math.clamp(atMs, 0, firstMs + nowMs.getAsLong() - sinceMs + AHEAD_MS);
    }
}
