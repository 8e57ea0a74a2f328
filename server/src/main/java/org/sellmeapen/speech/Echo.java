package org.sellmeapen.speech;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A room goes on sounding when the voice has ended, and no level in it falls faster than its echo fades. So how sharply a
 * recording ever falls tells how dry it is; what lies further than that below the last loud sound of a stretch of speech is
 * its echo. In a dry recording nothing is cut: there it is a soft last consonant.
 */
final class Echo {

    private static final int FALL = Spans.frames(0.05);
    private static final double FROM_BELOW_LOUD_DB = 12;

    /** Less is the up and down of a vowel. */
    private static final double LEAST_FALL_DB = 6;

    private static final double SHARPEST = 0.90;
    private static final int FEWEST_FALLS = 10;

    /** No echo that matters lets a recording fall so sharply. */
    private static final double DRY_DB = 21;

    /** A voice that ends falls so much further than one that closes for a consonant. */
    private static final double FURTHER_DB = 12;

    private static final int LAST_SOUND = Spans.frames(0.30);

    private Echo() {}

    /** Shortens each stretch of speech to where its echo begins. */
    static void cut(BitSet speech, float[] levels, double loud) {
        double fall = sharpestFall(levels, loud);
        if (fall >= DRY_DB) {
            return;
        }
        double drop = fall + FURTHER_DB;
        for (int from = speech.nextSetBit(0); from >= 0; ) {
            int to = speech.nextClearBit(from);
            int end = to;
            while (end - 1 > from && levels[end - 1] < loudest(levels, Math.max(from, end - LAST_SOUND), end) - drop) {
                end--;
            }
            speech.clear(end, to);
            from = speech.nextSetBit(to);
        }
    }

    /** dB in a twentieth of a second; infinite where too little was said to tell. */
    private static double sharpestFall(float[] levels, double loud) {
        float[] falls = new float[levels.length];
        int count = 0;
        for (int i = 0; i + FALL < levels.length; i++) {
            float fall = levels[i] - levels[i + FALL];
            if (levels[i] > loud - FROM_BELOW_LOUD_DB && fall > LEAST_FALL_DB) {
                falls[count++] = fall;
            }
        }
        if (count < FEWEST_FALLS) {
            return Double.POSITIVE_INFINITY;
        }
        Arrays.sort(falls, 0, count);
        return falls[(int) (SHARPEST * count)];
    }

    private static float loudest(float[] levels, int from, int to) {
        float loudest = levels[from];
        for (int i = from + 1; i < to; i++) {
            loudest = Math.max(loudest, levels[i]);
        }
        return loudest;
    }
}
