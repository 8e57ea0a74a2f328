package org.sellmeapen.speech;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Part of what is heard, low, high or whole, and the steady noise in it.
 *
 * @param powers frame by frame
 * @param quietDb what a tenth of them lies below: noise of pauses, where there are any
 * @param wandersDb how far the quiet reaches below that: half a decibel where noise is steady, two in a low rumble, which
 *     has few waves to a frame, and more where people breathe, or talk far off
 */
record Band(float[] powers, double quietDb, double wandersDb) {

    private static final double QUIET = 0.10;
    private static final double QUIETEST = 0.02;
    private static final double STEADY_DB = 1.5;

    /** Noise that dips so far below its quiet rises above it by so many times as much, and seldom further. */
    private static final double RISES = 3;

    private static final double RISES_BESIDE_SPEECH = 2;
    private static final double LEAST_RISE_DB = 2;
    private static final double LEAST_RISE_BESIDE_SPEECH_DB = 1;
    private static final double MOST_RISE_DB = 6;

    /** Sixteen bits tell nothing below: a microphone is off there, or a line, and its noise with it. */
    private static final double OFF = 1e-10;

    /** What is always there when anything is, and wanders no further, is noise; voices fade further. */
    private static final double NOISE_DB = 3;

    static Band of(float[] powers) {
        float[] sorted = EnergyActivity.sorted(powers);
        int off = 0;
        while (off < sorted.length && sorted[off] < OFF) {
            off++;
        }
        if (off > 0 && off < sorted.length) {
            Band on = of(powers, Arrays.copyOfRange(sorted, off, sorted.length));
            if (on.wandersDb() <= NOISE_DB) {
                return on;
            }
        }
        return of(powers, sorted);
    }

    private static Band of(float[] powers, float[] sorted) {
        double quiet = LevelMeter.decibel(EnergyActivity.at(sorted, QUIET));
        return new Band(powers, quiet, quiet - LevelMeter.decibel(EnergyActivity.at(sorted, QUIETEST)));
    }

    boolean isSteady() {
        return wandersDb <= STEADY_DB;
    }

    /** Adds the frames that reach a level and are no noise. */
    void addClear(BitSet frames, double levelDb) {
        add(frames, levelDb, Math.clamp(RISES * wandersDb, LEAST_RISE_DB, MOST_RISE_DB));
    }

    /** As {@link #addClear}, less strictly: beside speech a sound is seldom noise alone. */
    void addFading(BitSet frames, double levelDb) {
        add(frames, levelDb, Math.clamp(RISES_BESIDE_SPEECH * wandersDb, LEAST_RISE_BESIDE_SPEECH_DB, MOST_RISE_DB));
    }

    private void add(BitSet frames, double levelDb, double riseDb) {
        double enough = Math.pow(10, Math.max(levelDb, quietDb + riseDb) / 10);
        for (int i = 0; i < powers.length; i++) {
            if (powers[i] >= enough) {
                frames.set(i);
            }
        }
    }
}
