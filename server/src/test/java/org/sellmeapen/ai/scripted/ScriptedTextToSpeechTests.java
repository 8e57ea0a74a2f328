package org.sellmeapen.ai.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.Heard;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.TextToSpeechContract;
import org.sellmeapen.ai.TurnedTime;
import org.sellmeapen.ai.Utterance;

class ScriptedTextToSpeechTests extends TextToSpeechContract {

    private final TurnedTime time = new TurnedTime();
    private final TextToSpeech voice = new ScriptedTextToSpeech(ScriptedTextToSpeech.Manner.PROMPT, time);

    @Override
    protected TextToSpeech voice() {
        return voice;
    }

    @Test
    void itWaitsAsLongAsItWasTold() throws Exception {
        new ScriptedTextToSpeech(new ScriptedTextToSpeech.Manner(Duration.ofMillis(300), 0), time)
                .speak(new Utterance("Hello.", "en", PLAIN), new Heard());
        assertThat(time.pauses).containsExactly(Duration.ofMillis(300));
    }

    @Test
    void itFailsAsOftenAsItWasTold() throws Exception {
        TextToSpeech failing = new ScriptedTextToSpeech(new ScriptedTextToSpeech.Manner(Duration.ZERO, 2), time);
        failing.speak(new Utterance("One.", "en", PLAIN), new Heard());
        assertThatThrownBy(() -> failing.speak(new Utterance("Two.", "en", PLAIN), new Heard()))
                .isInstanceOfSatisfying(
                        SpeechFailed.class, why -> assertThat(why.isPassing()).isTrue());
        failing.speak(new Utterance("Three.", "en", PLAIN), new Heard());
    }

    @Test
    void theSameTextGivesTheSameSamples() throws Exception {
        assertThat(speak("I own thirty pens.").samples())
                .isEqualTo(speak("I own thirty pens.").samples());
    }

    @Test
    void aFasterVoiceIsDoneSooner() throws Exception {
        assertThat(speak("I own thirty pens.", new org.sellmeapen.ai.VoiceChoice("voice-2", 1.5, 1))
                        .ms())
                .isLessThan(speak("I own thirty pens.").ms());
    }
}
