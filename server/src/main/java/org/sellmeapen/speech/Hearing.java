package org.sellmeapen.speech;

import java.util.BitSet;
import java.util.List;

/** Listens to one channel, once, and keeps what the figures need: some bytes for every hundredth of a second. */
final class Hearing {

    /** All that is measured is measured at this rate. */
    static final int RATE = 16_000;

    private final VoiceActivity activity;
    private final LevelMeter meter = new LevelMeter();
    private final Voicing voicing = new Voicing();

    Hearing(VoiceActivity activity) {
        this.activity = activity;
    }

    void hear(float[] samples, int count) {
        activity.hear(samples, count);
        meter.hear(samples, count);
        voicing.hear(samples, count);
    }

    /** Of one channel alone, from a frame on, which is then its beginning. */
    Heard heard(int from) {
        return heard(activity.speech(from), from);
    }

    /** Of two channels; what leaks from one into the other is heard once. */
    static List<Heard> heard(Hearing left, Hearing right, int from) {
        BitSet leftSpeech = left.activity.speech(from);
        BitSet rightSpeech = right.activity.speech(from);
        Leakage.clear(leftSpeech, left.meter.from(from), rightSpeech, right.meter.from(from));
        return List.of(left.heard(leftSpeech, from), right.heard(rightSpeech, from));
    }

    private Heard heard(BitSet frames, int from) {
        List<Span> speech = Spans.of(frames);
        LevelMeter.Levels levels = meter.from(from);
        BitSet voiced = voicing.voiced();
        return new Heard(
                speech,
                SyllableNuclei.in(levels, voiced.get(from, Math.max(from, voiced.length()))),
                LevelSteadiness.of(levels, speech));
    }
}
