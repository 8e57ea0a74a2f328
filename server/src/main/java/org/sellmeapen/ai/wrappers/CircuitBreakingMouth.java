package org.sellmeapen.ai.wrappers;

import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Utterance;

/** As {@link CircuitBreaking}, for a voice. */
public final class CircuitBreakingMouth implements TextToSpeech {

    private final TextToSpeech voice;
    private final Breaker breaker;

    public CircuitBreakingMouth(TextToSpeech voice, Breaker breaker) {
        this.voice = voice;
        this.breaker = breaker;
    }

    @Override
    public String id() {
        return voice.id();
    }

    @Override
    public SpeechCoverage covers(String language) {
        return voice.covers(language);
    }

    @Override
    public SpeechCoverage covers(String language, String text) {
        return voice.covers(language, text);
    }

    @Override
    public void warm() {
        voice.warm();
    }

    @Override
    public void speak(Utterance utterance, SpeechSink sink) throws SpeechFailed, InterruptedException {
        try {
            breaker.pass();
        } catch (ModelFailed resting) {
            throw SpeechFailed.of(resting);
        }
        boolean known = false;
        try {
            voice.speak(utterance, sink);
            known = true;
            breaker.worked();
        } catch (SpeechFailed failed) {
            known = true;
            breaker.failed(failed);
            throw failed;
        } finally {
            if (!known) {
                breaker.unknown();
            }
        }
    }
}
