package org.sellmeapen.speech;

import java.util.BitSet;

/** Speech is not made of hundredths of a second: short gaps are part of a word, short sounds are none. */
final class Smoothing {

    /** Closures of stops and weak sounds inside a word are no silence. */
    private static final int CLOSED = Spans.frames(0.20);

    /** A click is no word. */
    private static final int TOO_SHORT = Spans.frames(0.10);

    private Smoothing() {}

    static void closeGaps(BitSet speech) {
        for (int end = speech.nextClearBit(Math.max(0, speech.nextSetBit(0))); ; ) {
            int next = speech.nextSetBit(end);
            if (next < 0) {
                return;
            }
            if (next - end < CLOSED) {
                speech.set(end, next);
            }
            end = speech.nextClearBit(next);
        }
    }

    static void dropClicks(BitSet speech) {
        for (int from = speech.nextSetBit(0); from >= 0; ) {
            int to = speech.nextClearBit(from);
            if (to - from < TOO_SHORT) {
                speech.clear(from, to);
            }
            from = speech.nextSetBit(to);
        }
    }
}
