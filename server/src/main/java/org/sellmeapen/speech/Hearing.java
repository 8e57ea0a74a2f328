package org.sellmeapen.speech;

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

    /** After the last sample. */
    Heard heard() {
        List<Span> speech = Spans.of(activity.speech());
        return new Heard(speech, SyllableNuclei.in(meter, voicing.voiced()), LevelSteadiness.of(meter, speech));
    }
}
