package org.sellmeapen.ai.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.VoiceChoice;

class VoiceListTests {

    private final VoiceList voices = VoiceList.read("", "en:Ann, en:Bob,en-gb:Cara,de:Dora");

    @Test
    void personsAreGivenTheVoicesInTurn() {
        assertThat(voice("voice-1", "en-US")).isEqualTo("Ann");
        assertThat(voice("voice-2", "en-US")).isEqualTo("Bob");
        assertThat(voice("voice-3", "en")).isEqualTo("Ann");
    }

    @Test
    void theVeryTongueGoesBeforeTheLanguage() {
        assertThat(voice("voice-2", "en-GB")).isEqualTo("Cara");
        assertThat(voice("voice-2", "de_AT")).isEqualTo("Dora");
    }

    @Test
    void aVoiceOfItsOwnMayBeNamed() {
        assertThat(voice("Bob", "en")).isEqualTo("Bob");
        assertThat(voice("Nobody", "en")).isEqualTo("Ann");
    }

    @Test
    void aLanguageWithoutAVoiceIsNotSpoken() {
        assertThat(voices.covers("fr")).isInstanceOf(SpeechCoverage.NotSpoken.class);
        assertThat(voices.voice(new VoiceChoice("voice-1", 1, 1), "fr")).isEmpty();
        assertThat(VoiceList.read("aura-2-x-en", "").covers("fr")).isInstanceOf(SpeechCoverage.Spoken.class);
    }

    @Test
    void whatIsWrittenGoesBeforeTheUsual() {
        assertThat(VoiceList.read("urn:like:this", "a").voice(new VoiceChoice("voice-1", 1, 1), "xx"))
                .isEmpty();
        assertThat(VoiceList.read("x1/y:z", "a").voice(new VoiceChoice("voice-1", 1, 1), "xx"))
                .contains("x1/y:z");
    }

    private String voice(String name, String language) {
        return voices.voice(new VoiceChoice(name, 1, 1), language).orElseThrow();
    }
}
