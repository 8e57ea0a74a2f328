package org.sellmeapen.speech;

import java.util.BitSet;
import java.util.List;
import org.sellmeapen.audio.SpeechProbability;
import org.sellmeapen.speech.EnergyActivity.Threshold;

/**
 * Speech is where the Silero network hears a voice AND the level says so. The network knows a voice from any noise but lags
 * at its edges; those are found by the level. Because noise is told apart, the level may count down to just above a steady
 * one, where {@link EnergyActivity} alone must keep away from it and loses the ends of words. Low and high sounds are also
 * looked at apart: a rumble or a hiss hides only one of them.
 */
final class HybridActivity implements VoiceActivity {

    private static final double VOICE = 0.5;
    private static final double STILL_VOICE = 0.35;
    private static final double LOUD = 0.95;

    /** Vowels are mostly below, the hiss of consonants above. */
    private static final double LOW_AND_HIGH_HZ = 1_000;

    /** How far below its loud sounds a voice speaks its softest, and fades. */
    private static final double SOFTEST_DB = 30;

    private static final double FADED_DB = 50;
    private static final double SILENT_DB = -75;

    private final LevelMeter low = LevelMeter.below(LOW_AND_HIGH_HZ);
    private final LevelMeter high = LevelMeter.above(LOW_AND_HIGH_HZ);
    private final SpeechProbability probability = new SpeechProbability();

    @Override
    public void hear(float[] samples, int count) {
        low.hear(samples, count);
        high.hear(samples, count);
        probability.hear(samples, count);
    }

    @Override
    public BitSet speech(int from) {
        float[] lowPowers = low.from(from).each();
        if (probability.chunks() == 0 || lowPowers.length == 0) {
            return new BitSet();
        }
        Band lows = Band.of(lowPowers);
        Band highs = Band.of(high.from(from).each());
        Band whole = Band.of(sum(lows.powers(), highs.powers()));
        float[] levels = LevelMeter.decibels(whole.powers());
        float[] sorted = EnergyActivity.sorted(levels);
        BitSet clear;
        BitSet fading;
        if (highs.isSteady() || whole.isSteady()) {
            double loud = EnergyActivity.at(sorted, LOUD);
            clear = new BitSet(levels.length);
            fading = new BitSet(levels.length);
            for (Band band : List.of(lows, highs, whole)) {
                band.addClear(clear, Math.max(SILENT_DB, loud - SOFTEST_DB));
                band.addFading(fading, Math.max(SILENT_DB, loud - FADED_DB));
            }
        } else {
            Threshold threshold = EnergyActivity.threshold(sorted);
            clear = EnergyActivity.reaching(levels, threshold.speech());
            fading = EnergyActivity.reaching(levels, threshold.fading());
        }
        return EnergyActivity.edged(voice(from, clear, fading), fading, levels, sorted);
    }

    private static float[] sum(float[] one, float[] other) {
        float[] sum = new float[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + other[i];
        }
        return sum;
    }

    /** Beginning is harder than going on. */
    private BitSet voice(int from, BitSet clear, BitSet fading) {
        BitSet speech = new BitSet(fading.length());
        boolean voice = false;
        for (int i = clear.nextSetBit(0); i >= 0 && i <= fading.length(); i++) {
            voice = likely(from + i) >= (voice ? STILL_VOICE : VOICE) && (voice ? fading : clear).get(i);
            speech.set(i, voice);
        }
        return speech;
    }

    /** By the answer for the middle of the frame; the rest behind the last whole answer is like it. */
    private float likely(int frame) {
        int middle = (int) ((frame + 0.5) * Spans.FRAME_S * Hearing.RATE);
        return probability.of(Math.min(middle / SpeechProbability.CHUNK, probability.chunks() - 1));
    }
}
