package org.sellmeapen.speech;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The loud hearts of syllables, after N. de Jong and T. Wempe (2009): voiced peaks of intensity, less than 25 dB below
 * the loudest, with a dip of 2 dB between one and the next. Misses unstressed syllables of fast speech.
 */
final class SyllableNuclei {

    private static final double LOUDEST = 0.99;
    private static final double BELOW_LOUDEST_DB = 25;
    private static final double DIP_DB = 2;

    /** A bell of 14 ms: how Praat smooths intensity for a lowest pitch of 50 Hz. */
    private static final double[] BELL = bell(1.4, 5);

    private SyllableNuclei() {}

    /** @return seconds, ascending */
    static double[] in(LevelMeter.Levels meter, BitSet voiced) {
        float[] intensity = smoothed(meter);
        double threshold = threshold(intensity);
        List<Double> nuclei = new ArrayList<>();
        int peak = -1; // the highest frame since the last dip
        float lowest = Float.POSITIVE_INFINITY;
        for (int i = 0; i < intensity.length; i++) {
            float level = intensity[i];
            if (peak >= 0) {
                if (level > intensity[peak]) {
                    peak = i;
                } else if (level <= intensity[peak] - DIP_DB) {
                    keep(peak, intensity, threshold, voiced, nuclei);
                    peak = -1;
                    lowest = level;
                }
            } else if (level < lowest) {
                lowest = level;
            } else if (level >= lowest + DIP_DB) {
                peak = i;
            }
        }
        if (peak >= 0) {
            keep(peak, intensity, threshold, voiced, nuclei);
        }
        return nuclei.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void keep(int peak, float[] intensity, double threshold, BitSet voiced, List<Double> nuclei) {
        if (intensity[peak] > threshold && voiced.get(peak)) {
            nuclei.add((peak + 0.5) * Spans.FRAME_S);
        }
    }

    private static double threshold(float[] intensity) {
        if (intensity.length == 0) {
            return 0;
        }
        float[] sorted = intensity.clone();
        java.util.Arrays.sort(sorted);
        return sorted[(int) (LOUDEST * (sorted.length - 1))] - BELOW_LOUDEST_DB;
    }

    private static float[] smoothed(LevelMeter.Levels meter) {
        float[] smooth = new float[meter.frames()];
        int reach = BELL.length / 2;
        for (int i = 0; i < smooth.length; i++) {
            double sum = 0;
            for (int k = -reach; k <= reach; k++) {
                if (i + k >= 0 && i + k < smooth.length) {
                    sum += BELL[k + reach] * meter.power(i + k);
                }
            }
            smooth[i] = LevelMeter.decibel(sum);
        }
        return smooth;
    }

    private static double[] bell(double sigma, int reach) {
        double[] bell = new double[2 * reach + 1];
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
            bell[k + reach] = Math.exp(-0.5 * k * k / (sigma * sigma));
            sum += bell[k + reach];
        }
        for (int k = 0; k < bell.length; k++) {
            bell[k] /= sum;
        }
        return bell;
    }
}
