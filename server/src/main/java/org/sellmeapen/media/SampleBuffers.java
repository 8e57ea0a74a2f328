package org.sellmeapen.media;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Quarter seconds of one channel, used again and again: what all recorders together may hold in memory. */
final class SampleBuffers {

    static final int BYTES = 2 * Segment.SAMPLES;

    private final ArrayDeque<short[]> free = new ArrayDeque<>();
    private final int most;
    private int out;

    SampleBuffers(long mostBytes) {
        this.most = (int) Math.max(16, mostBytes / BYTES);
    }

    /** Silent; null when the memory for recordings is used up. */
    synchronized short @Nullable [] borrow() {
        if (out >= most) {
            return null;
        }
        out++;
        short[] buffer = free.poll();
        return buffer == null ? new short[Segment.SAMPLES] : buffer;
    }

    void giveBack(short @Nullable [] buffer) {
        if (buffer != null) {
            Arrays.fill(buffer, (short) 0);
            synchronized (this) {
                out--;
                free.push(buffer);
            }
        }
    }

    synchronized int out() {
        return out;
    }
}
