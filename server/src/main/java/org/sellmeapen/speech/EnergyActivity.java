package org.sellmeapen.speech;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Speech is what is clearly louder than the quiet of the same recording: a frame above 0.40 of the way from the 10th to
 * the 95th percentile of all levels. Needs no model; is lost where noise comes and goes like a voice.
 */
final class EnergyActivity implements VoiceActivity {

    private static final double QUIET = 0.10;
    private static final double LOUD = 0.95;
    private static final double THRESHOLD = 0.40;

    /** Where somebody says little, the loud is higher up. */
    private static final double LOUD_IN_FEW_WORDS = 0.995;

    /** Digital silence is infinitely far down; no voice reaches further than this. */
    private static final double REACH_OF_A_VOICE_DB = 60;

    /** What varies less is a steady noise or a hum. */
    private static final double STEADY_DB = 10;

    private static final double SILENT_DB = -70;

    /** Words begin and end softer than they are: their edges reach out to where they fade into the quiet. */
    private static final double FADING = 0.15;

    private static final double ABOVE_QUIET_DB = 3;
    private static final int LONGEST_FADE = Spans.frames(0.10);

    /** dB, from where on there is speech, and down to where it fades. */
    record Threshold(double speech, double fading) {
        static final Threshold NEVER = new Threshold(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private final LevelMeter meter = new LevelMeter();

    @Override
    public void hear(float[] samples, int count) {
        meter.hear(samples, count);
    }

    @Override
    public BitSet speech(int from) {
        float[] levels = meter.from(from).all();
        float[] sorted = sorted(levels);
        Threshold threshold = threshold(sorted);
        return edged(reaching(levels, threshold.speech()), reaching(levels, threshold.fading()), levels, sorted);
    }

    static BitSet reaching(float[] levels, double threshold) {
        BitSet reaching = new BitSet(levels.length);
        for (int i = 0; i < levels.length; i++) {
            reaching.set(i, levels[i] >= threshold);
        }
        return reaching;
    }

    /** Loud frames made into stretches of speech with their soft edges, which {@code fading} holds too. */
    static BitSet edged(BitSet loud, BitSet fading, float[] levels, float[] sorted) {
        Smoothing.closeGaps(loud);
        Smoothing.dropClicks(loud);
        reachOut(loud, fading);
        if (!loud.isEmpty()) {
            Echo.cut(loud, levels, at(sorted, LOUD));
        }
        return loud;
    }

    /** @param sorted levels, the softest first */
    static Threshold threshold(float[] sorted) {
        if (sorted.length == 0) {
            return Threshold.NEVER;
        }
        double quiet = at(sorted, QUIET);
        double loud = at(sorted, LOUD);
        if (loud - quiet < STEADY_DB || loud < SILENT_DB) {
            loud = at(sorted, LOUD_IN_FEW_WORDS);
        }
        if (loud - quiet < STEADY_DB || loud < SILENT_DB) {
            return Threshold.NEVER;
        }
        quiet = Math.max(quiet, loud - REACH_OF_A_VOICE_DB);
        double span = loud - quiet;
        return new Threshold(quiet + THRESHOLD * span, quiet + Math.max(ABOVE_QUIET_DB, FADING * span));
    }

    static float[] sorted(float[] levels) {
        float[] sorted = levels.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    static double at(float[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))];
    }

    /** Lengthens each span to where it has faded, a tenth of a second at most. */
    private static void reachOut(BitSet speech, BitSet fading) {
        int last = 0;
        for (int from = speech.nextSetBit(0); from >= 0; ) {
            int to = speech.nextClearBit(from);
            int start = from;
            while (start > last && from - start < LONGEST_FADE && fading.get(start - 1)) {
                start--;
            }
            int end = to;
            while (end - to < LONGEST_FADE && !speech.get(end) && fading.get(end)) {
                end++;
            }
            int next = speech.nextSetBit(end);
            speech.set(start, end);
            last = end;
            from = next;
        }
    }
}
