package org.sellmeapen.voice;

import java.util.Arrays;
import org.sellmeapen.audio.LiveResampled;

/**
 * Both sides of a call as the tape lays them, given out side by side once nothing of that time can come any more. One
 * thread at a time.
 */
final class BothSides {

    static final int PERSON = 0;
    static final int COUNTERPART = 1;

    /** Somebody takes so many pairs of samples, person and counterpart in turn, at {@link SpeechGauge#RATE}. */
    interface Taker {
        void take(float[] pairs, int count);
    }

    private static final int RATE = 24_000;
    private static final int LATE = Tape.LATEST_MS * (RATE / 1_000);

    /** After a long silence of the microphone only this much is kept: a gauge looks no further back. */
    private static final int KEPT = LATE + 31 * RATE;

    private static final int BLOCK = 4_096;
    private static final float FULL_SCALE = 32_768f;

    private final LiveResampled person = new LiveResampled(RATE, SpeechGauge.RATE);
    private final LiveResampled counterpart = new LiveResampled(RATE, SpeechGauge.RATE);
    private final float[] pairs = new float[2 * BLOCK];
    private short[][] sides = new short[2][0];
    private long from = -1;
    /** How far the person was heard; the counterpart is never ahead of that. */
    private int heard;

    void lay(int side, long at, short[] samples) {
        if (from < 0) {
            from = at;
        }
        int skip = (int) Math.clamp(from - at, 0, samples.length);
        int length = samples.length - skip;
        long offset = at + skip - from;
        if (length == 0) {
            return; // too late
        }
        if (offset + length > KEPT) {
            forget((int) Math.min(heard, offset + length - KEPT), offset + length - KEPT);
            lay(side, at, samples);
            return;
        }
        int end = (int) offset + length;
        if (end > sides[side].length) {
            int room = Math.max(end, LATE + 3 * RATE);
            sides = new short[][] {Arrays.copyOf(sides[PERSON], room), Arrays.copyOf(sides[COUNTERPART], room)};
        }
        System.arraycopy(samples, skip, sides[side], (int) offset, length);
        if (side == PERSON) {
            heard = Math.max(heard, end);
        }
    }

    void settled(Taker taker) {
        int ready = heard - LATE;
        int made = 0;
        for (int i = 0; i < ready; i++) {
            person.hear(sides[PERSON][i] / FULL_SCALE);
            counterpart.hear(sides[COUNTERPART][i] / FULL_SCALE);
            while (person.ready()) {
                pairs[2 * made] = person.next();
                pairs[2 * made + 1] = counterpart.next();
                if (++made == BLOCK) {
                    taker.take(pairs, made);
                    made = 0;
                }
            }
        }
        if (made > 0) {
            taker.take(pairs, made);
        }
        if (ready > 0) {
            forget(ready, ready);
        }
    }

    /** @param held so much of it lies here; the rest was silence that nobody needs */
    private void forget(int held, long samples) {
        for (short[] side : sides) {
            int gone = (int) Math.min(side.length, samples);
            System.arraycopy(side, gone, side, 0, side.length - gone);
            Arrays.fill(side, side.length - gone, side.length, (short) 0);
        }
        from += samples;
        heard -= held;
    }
}
