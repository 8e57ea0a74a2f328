package org.sellmeapen.speech;

import java.util.BitSet;

/**
 * Which frames are voiced: a vowel repeats itself at the pitch of a voice, a hiss does not. Normalised autocorrelation
 * of 40 ms, below 900 Hz, over the periods of 60 to 400 Hz; from 0.45 on it is voiced, as Praat has it.
 */
final class Voicing {

    private static final int STEP = 4;
    private static final int RATE = Hearing.RATE / STEP;
    private static final int SHORTEST = RATE / 400;
    private static final int LONGEST = RATE / 60;
    private static final int WINDOW = RATE / 25;
    private static final int SEGMENT = WINDOW + LONGEST;
    private static final int FRAME = RATE / 100;
    private static final double REPEATS = 0.45;
    private static final double SILENT = 1e-9 * SEGMENT;

    private final Biquad first = Biquad.lowPass(900, Hearing.RATE);
    private final Biquad second = Biquad.lowPass(900, Hearing.RATE);
    private final Biquad belowVoice = Biquad.highPass(60, Hearing.RATE);
    private final float[] kept = new float[SEGMENT + 4_096];
    private final BitSet voiced = new BitSet();
    /** Silence before the first sample, so that the first frame has its middle like every other. */
    private int count = (SEGMENT - FRAME) / 2;

    private int phase;
    private int frame;

    void hear(float[] samples, int length) {
        for (int i = 0; i < length; i++) {
            double low = second.next(first.next(belowVoice.next(samples[i])));
            if (++phase == STEP) {
                phase = 0;
                kept[count++] = (float) low;
                if (count == kept.length) {
                    judge();
                }
            }
        }
    }

    /** After the last sample. */
    BitSet voiced() {
        judge();
        return voiced;
    }

    private void judge() {
        int at = 0;
        for (; at + SEGMENT <= count; at += FRAME) {
            voiced.set(frame++, repeats(at));
        }
        System.arraycopy(kept, at, kept, 0, count - at);
        count -= at;
    }

    private boolean repeats(int at) {
        double energy = 0;
        for (int i = 0; i < SEGMENT; i++) {
            energy += kept[at + i] * kept[at + i];
        }
        if (energy < SILENT) {
            return false;
        }
        for (int lag = SHORTEST; lag <= LONGEST; lag++) {
            int from = at + (LONGEST - lag) / 2;
            float ab = 0;
            float aa = 0;
            float bb = 0;
            for (int i = from; i < from + WINDOW; i++) {
                float a = kept[i];
                float b = kept[i + lag];
                ab += a * b;
                aa += a * a;
                bb += b * b;
            }
            if (ab > 0 && ab * ab > REPEATS * REPEATS * aa * bb) {
                return true;
            }
        }
        return false;
    }
}
