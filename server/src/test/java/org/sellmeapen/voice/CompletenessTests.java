package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTests {

    private final Completeness english = new Completeness(TurnPack.of("en-GB"));

    @ParameterizedTest
    @ValueSource(strings = {"What does it cost you?", "Good morning.", "yes", "No, thanks!", "Deal", "“Fine.”"})
    void endsLikeASentence(String said) {
        assertThat(english.of(said)).isEqualTo(Completeness.Look.FINISHED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we could start with the",
                "And because",
                "well I think that…",
                "so, um",
                "Let me think",
                "I'd",
                "first,"
            })
    void breaksOff(String said) {
        assertThat(english.of(said)).isEqualTo(Completeness.Look.BROKEN_OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"we could start on monday", "tell me about your pens"})
    void couldGoOn(String said) {
        assertThat(english.of(said)).isEqualTo(Completeness.Look.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mm-hm", "Yeah, right.", "Okay", "uh-huh", "I see."})
    void isSaidWhileListening(String said) {
        assertThat(english.isBackChannel(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait", "no", "Yeah but the price", "what"})
    void takesTheWord(String said) {
        assertThat(english.isBackChannel(said)).isFalse();
    }

    @Test
    void inALanguageNobodyWroteWordsForPunctuationTells() {
        Completeness unknown = new Completeness(TurnPack.of("xx"));
        assertThat(unknown.of("Ano.")).isEqualTo(Completeness.Look.FINISHED);
        assertThat(unknown.of("Ano")).isEqualTo(Completeness.Look.OPEN);
    }
}
