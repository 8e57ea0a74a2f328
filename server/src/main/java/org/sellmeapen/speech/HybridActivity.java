package org.sellmeapen.speech;

import java.util.BitSet;
import org.sellmeapen.audio.SpeechProbability;
import org.sellmeapen.speech.EnergyActivity.Threshold;

/**
 * Speech is where the Silero network hears a voice AND the level says so. The network knows a voice from any noise but lags
 * at its edges; those are found by the level. Because noise is told apart, the level may count down to just above a steady
 * one, where {@link EnergyActivity} alone must keep away from it and loses the ends of words.
 */
final class HybridActivity implements VoiceActivity {

    private static final double VOICE = 0.5;
    private static final double STILL_VOICE = 0.35;

    private static final double QUIET = 0.10;
    private static final double QUIETEST = 0.02;
    private static final double LOUD = 0.95;

    /** Steady noise, also none, varies by half a decibel between these two; breath, a room and distant people by two or more. */
    private static final double STEADY_DB = 1.5;

    private static final double CLEAR_OF_NOISE_DB = 2.5;
    private static final double FADED_INTO_NOISE_DB = 1.5;

    /** How far below its loud sounds a voice speaks its softest, and fades. */
    private static final double SOFTEST_DB = 30;

    private static final double FADED_DB = 50;
    private static final double SILENT_DB = -75;

    private final LevelMeter meter = new LevelMeter();
    private final SpeechProbability probability = new SpeechProbability();

    @Override
    public void hear(float[] samples, int count) {
        meter.hear(samples, count);
        probability.hear(samples, count);
    }

    @Override
    public BitSet speech(int from) {
        float[] levels = meter.from(from).all();
        BitSet speech = new BitSet(levels.length);
        if (probability.chunks() == 0) {
            return speech;
        }
        float[] sorted = EnergyActivity.sorted(levels);
        Threshold threshold = threshold(sorted);
        boolean voice = false;
        for (int i = 0; i < levels.length; i++) {
            double enough = voice ? threshold.fading() : threshold.speech();
            voice = likely(from + i) >= (voice ? STILL_VOICE : VOICE) && levels[i] >= enough;
            speech.set(i, voice);
        }
        return EnergyActivity.edged(speech, levels, threshold, sorted);
    }

    private static Threshold threshold(float[] sorted) {
        double quiet = EnergyActivity.at(sorted, QUIET);
        if (quiet - EnergyActivity.at(sorted, QUIETEST) > STEADY_DB) {
            return EnergyActivity.threshold(sorted);
        }
        double loud = EnergyActivity.at(sorted, LOUD);
        return new Threshold(
                Math.max(SILENT_DB, Math.max(quiet + CLEAR_OF_NOISE_DB, loud - SOFTEST_DB)),
                Math.max(SILENT_DB, Math.max(quiet + FADED_INTO_NOISE_DB, loud - FADED_DB)));
    }

    /** By the answer for the middle of the frame; the rest behind the last whole answer is like it. */
    private float likely(int frame) {
        int middle = (int) ((frame + 0.5) * Spans.FRAME_S * Hearing.RATE);
        return probability.of(Math.min(middle / SpeechProbability.CHUNK, probability.chunks() - 1));
    }
}
