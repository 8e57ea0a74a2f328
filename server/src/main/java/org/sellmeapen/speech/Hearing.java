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

    /** After the last sample, of one channel alone. */
    Heard heard() {
        return heard(activity.speech());
    }

    /** After the last sample, of two channels; what leaks from one into the other is heard once. */
    static List<Heard> heard(Hearing left, Hearing right) {
        BitSet leftSpeech = left.activity.speech();
        BitSet rightSpeech = right.activity.speech();
        Leakage.clear(leftSpeech, left.meter, rightSpeech, right.meter);
        return List.of(left.heard(leftSpeech), right.heard(rightSpeech));
    }

    private Heard heard(BitSet frames) {
        List<Span> speech = Spans.of(frames);
        return new Heard(speech, SyllableNuclei.in(meter, voicing.voiced()), LevelSteadiness.of(meter, speech));
    }
}
