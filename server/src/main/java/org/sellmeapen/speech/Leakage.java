package org.sellmeapen.speech;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A voice that leaks into the other's channel is no second voice: where both channels sound and one lies far below its
 * own loudness while the other does not, the softer one is taken for leakage. Somebody who whispers into a shout is lost.
 */
final class Leakage {

    private static final double FAR_BELOW_DB = 12;

    /** Microphones differ; a channel that is softer by more than this may hold nothing but leakage. */
    private static final double MICROPHONES_DIFFER_DB = 10;

    private static final double LOUD = 0.95;
    private static final int REACH = Spans.frames(0.10);

    private Leakage() {}

    /** Clears the frames of either channel that hold the other's voice. */
    static void clear(BitSet left, LevelMeter.Levels leftMeter, BitSet right, LevelMeter.Levels rightMeter) {
        BitSet both = (BitSet) left.clone();
        both.and(right);
        if (both.isEmpty()) {
            return;
        }
        float[] leftLevels = smoothed(leftMeter);
        float[] rightLevels = smoothed(rightMeter);
        double leftLouder = loud(leftLevels, left) - loud(rightLevels, right);
        double microphones = Math.clamp(leftLouder, -MICROPHONES_DIFFER_DB, MICROPHONES_DIFFER_DB);
        for (int i = both.nextSetBit(0); i >= 0; i = both.nextSetBit(i + 1)) {
            double difference = leftLevels[i] - rightLevels[i] - microphones;
            if (difference >= FAR_BELOW_DB) {
                right.clear(i);
            } else if (difference <= -FAR_BELOW_DB) {
                left.clear(i);
            }
        }
        for (BitSet speech : new BitSet[] {left, right}) {
            Smoothing.dropClicks(speech);
            Smoothing.closeGaps(speech);
        }
    }

    /** Over a fifth of a second: vowel and consonant of two voices fall together by chance. */
    private static float[] smoothed(LevelMeter.Levels meter) {
        float[] levels = new float[meter.frames()];
        double sum = 0;
        for (int i = -REACH; i < levels.length; i++) {
            if (i + REACH < levels.length) {
                sum += meter.power(i + REACH);
            }
            if (i - REACH - 1 >= 0) {
                sum -= meter.power(i - REACH - 1);
            }
            if (i >= 0) {
                levels[i] = LevelMeter.decibel(Math.max(0, sum) / (2 * REACH + 1));
            }
        }
        return levels;
    }

    private static double loud(float[] levels, BitSet speech) {
        float[] spoken = new float[speech.cardinality()];
        int count = 0;
        for (int i = speech.nextSetBit(0); i >= 0 && i < levels.length; i = speech.nextSetBit(i + 1)) {
            spoken[count++] = levels[i];
        }
        Arrays.sort(spoken, 0, count);
        return spoken[(int) (LOUD * (count - 1))];
    }
}
