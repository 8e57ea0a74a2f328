package org.sellmeapen.audio;

import java.util.Arrays;

/**
 * How loud a frame must be to be somebody speaking into this microphone. That follows what was heard in the last ten
 * seconds: clear of its quiet (10th percentile), and not far below its loud (95th, remembered for longer). A lasting hum or
 * hiss becomes the quiet, and sound far behind the voice does not open the gate. Where noise is loud the gate says little
 * and leaves the answer to the model.
 */
final class EnergyGate {

    /** Levels below are silence, whoever is silent. dB below full scale, like all levels. */
    private static final double SILENT = -75;

    private static final double QUIET = 0.10;
    private static final double LOUD = 0.95;

    /** What varies less around the quiet is a steady noise. */
    private static final double CLEAR_OF_QUIET = 3;

    /** So far below its loudest sounds a voice speaks its softest. */
    private static final double REACH_OF_A_VOICE = 30;

    /** Where a voice goes on it may fade to here. */
    private static final double FADING_CLEAR_OF_QUIET = 2;

    private static final double FADING_REACH = 40;

    /** dB a frame: who was silent for half a minute is not taken for a soft voice then. */
    private static final double FORGOTTEN = 0.005;

    private static final int FLOOR = -100;
    private static final int WINDOW = 1_000;

    /** A room is taken to be quiet until some seconds of it have been heard, so that a first word counts. */
    private static final int TAKEN_TO_BE_QUIET = 30;

    private static final int QUIET_ROOM = -70;

    private final byte[] levels = new byte[WINDOW]; // dB above the floor
    private final short[] counts = new short[1 - FLOOR];
    private int at;
    private int filled;
    private double loud;
    private double threshold;
    private double fading;

    EnergyGate() {
        reset();
    }

    /** @param level of the next frame */
    void hear(double level) {
        keep((int) Math.clamp(Math.round(level), FLOOR, 0));
        double quiet = percentile(QUIET);
        loud = Math.max(percentile(LOUD), loud - FORGOTTEN);
        threshold = Math.max(SILENT, Math.max(quiet + CLEAR_OF_QUIET, loud - REACH_OF_A_VOICE));
        fading = Math.max(SILENT, Math.max(quiet + FADING_CLEAR_OF_QUIET, loud - FADING_REACH));
    }

    double threshold() {
        return threshold;
    }

    double fading() {
        return fading;
    }

    void reset() {
        Arrays.fill(counts, (short) 0);
        at = 0;
        filled = 0;
        loud = QUIET_ROOM;
        for (int i = 0; i < TAKEN_TO_BE_QUIET; i++) {
            keep(QUIET_ROOM);
        }
    }

    private void keep(int level) {
        if (filled == WINDOW) {
            counts[levels[at]]--;
        } else {
            filled++;
        }
        levels[at] = (byte) (level - FLOOR);
        counts[levels[at]]++;
        at = at + 1 == WINDOW ? 0 : at + 1;
    }

    private double percentile(double share) {
        int below = (int) Math.round(share * (filled - 1));
        int level = 0;
        for (int seen = counts[0]; seen <= below; seen += counts[level]) {
            level++;
        }
        return level + FLOOR;
    }
}
