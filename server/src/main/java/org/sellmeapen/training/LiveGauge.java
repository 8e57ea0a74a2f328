package org.sellmeapen.training;

import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.speech.LiveSpeech;
import org.sellmeapen.voice.SpeechGauge;

/** The arithmetic of the debrief, while the call goes on. */
final class LiveGauge implements SpeechGauge {

    private final LiveSpeech speech;

    /** @param speech of two channels, the seller's first */
    LiveGauge(LiveSpeech speech) {
        this.speech = speech;
    }

    @Override
    public void hear(float[] samples, int count) {
        speech.hear(samples, count);
    }

    @Override
    public void said(String text) {
        speech.said(Speaker.REP, text);
    }

    @Override
    public Reading reading() {
        LiveSpeech.Gauge now = speech.gauge();
        return new Reading(now.overS(), now.wordsPerMinute(), now.talkRatio(), now.fillers());
    }
}
