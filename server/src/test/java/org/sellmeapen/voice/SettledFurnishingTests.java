package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.Senses;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Utterance;

class SettledFurnishingTests {

    private record Speaks(@Nullable String limit) implements TextToSpeech {

        @Override
        public String id() {
            return "hand";
        }

        @Override
        public SpeechCoverage covers(String language) {
            return new SpeechCoverage.Spoken(SpeechCoverage.Quality.PREVIEW, language.equals("ja") ? limit : null);
        }

        @Override
        public void speak(Utterance utterance, SpeechSink sink) {}
    }

    private static List<Senses.Mouth> mouths(Speaks... voices) {
        return Stream.of(voices)
                .map(voice -> new Senses.Mouth(voice, SpeechCoverage.Quality.PREVIEW, true))
                .toList();
    }

    @Test
    void whatAVoiceCannotSpeakOfALanguageIsSaidBeforehand() {
        List<Senses.Mouth> alone = mouths(new Speaks("kanji-not-spoken"));
        assertThat(SettledFurnishing.limit(alone, "ja")).isEqualTo("kanji-not-spoken");
        assertThat(SettledFurnishing.limit(alone, "de")).isNull();
    }

    @Test
    void whereAnotherVoiceStandsInThereIsNothingToSay() {
        List<Senses.Mouth> both = mouths(new Speaks("kanji-not-spoken"), new Speaks(null));
        assertThat(SettledFurnishing.limit(both, "ja")).isNull();
        assertThat(SettledFurnishing.limit(List.of(), "ja")).isNull();
    }
}
