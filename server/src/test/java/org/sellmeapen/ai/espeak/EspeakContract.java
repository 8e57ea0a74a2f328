package org.sellmeapen.ai.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sellmeapen.ai.Heard;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechCoverage.Quality;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.TextToSpeechContract;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.VoiceChoice;
import org.sellmeapen.ai.Voices;

/** What both ways to eSpeak NG do. */
abstract class EspeakContract extends TextToSpeechContract {

    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("cs", "Dobrý den, jak se máte?"),
            Map.entry("de", "Guten Tag, wie geht es Ihnen?"),
            Map.entry("el", "Καλημέρα, τι κάνετε;"),
            Map.entry("en", "Good day, how are you?"),
            Map.entry("es", "Buenos días, ¿cómo está usted?"),
            Map.entry("fi", "Hyvää päivää, mitä kuuluu?"),
            Map.entry("fr", "Bonjour, comment allez-vous ?"),
            Map.entry("hi", "नमस्ते, आप कैसे हैं?"),
            Map.entry("hu", "Jó napot, hogy van?"),
            Map.entry("it", "Buongiorno, come sta?"),
            Map.entry("ja", "こんにちは、おげんきですか。"),
            Map.entry("ko", "안녕하세요, 어떻게 지내세요?"),
            Map.entry("nl", "Goedendag, hoe gaat het met u?"),
            Map.entry("pl", "Dzień dobry, jak się pan ma?"),
            Map.entry("pt-BR", "Bom dia, como vai você?"),
            Map.entry("ru", "Добрый день, как дела?"),
            Map.entry("sv", "God dag, hur mår du?"),
            Map.entry("tr", "İyi günler, nasılsınız?"),
            Map.entry("uk", "Добрий день, як справи?"),
            Map.entry("vi", "Xin chào, bạn có khỏe không?"),
            Map.entry("zh", "你好，你今天怎么样？"));

    @Test
    void everyCoveredLanguageIsSpokenAtAHumanPaceAndInPreviewQuality() throws Exception {
        for (Map.Entry<String, String> said : SAID.entrySet()) {
            assertThat(voice().covers(said.getKey()))
                    .isEqualTo(new SpeechCoverage.Spoken(
                            Quality.PREVIEW, said.getKey().startsWith("ja") ? "kanji-not-spoken" : null));
            Heard heard = new Heard();
            voice().speak(new Utterance(said.getValue(), said.getKey(), PLAIN), heard);
            // Spelled out, or read as names of letters, it would take three times as long.
            assertThat(heard.ms()).as(said.getKey()).isBetween(900, 4_500);
            assertThat(heard.loudness()).as(said.getKey()).isGreaterThan(0.01);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ar, language-not-intelligible", "he, language-not-intelligible", "th-TH, language-not-intelligible",
        "sw, language-not-spoken", "'', language-not-spoken", "en;rm -rf, language-not-spoken"
    })
    void whatWouldBeMumbledIsRefusedWithAReason(String language, String code) {
        assertThat(voice().covers(language)).isInstanceOfSatisfying(SpeechCoverage.NotSpoken.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.sentence()).endsWith(".");
        });
        assertThatThrownBy(() -> voice().speak(new Utterance("x", language, PLAIN), new Heard()))
                .isInstanceOfSatisfying(
                        SpeechFailed.class, why -> assertThat(why.code()).isEqualTo(code));
    }

    @Test
    void japaneseIsSpokenInKanaAndRefusedInKanji() {
        assertThat(voice().covers("ja", "こんにちは")).isInstanceOf(SpeechCoverage.Spoken.class);
        assertThat(voice().covers("ja", "今日は")).isInstanceOf(SpeechCoverage.NotSpoken.class);
        assertThatThrownBy(() -> voice().speak(new Utterance("今日は", "ja", PLAIN), new Heard()))
                .isInstanceOfSatisfying(
                        SpeechFailed.class, why -> assertThat(why.code()).isEqualTo("kanji-not-spoken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Good morning.", "Is it?", "I own thirty pens, and I cannot find one", "No!"})
    void aClauseBeginsAtOnceAndEndsWithAShortPause(String text) throws Exception {
        Heard heard = speak(text);
        assertThat(heard.quietAtStartMs(150)).isLessThanOrEqualTo(15);
        assertThat(heard.quietAtEndMs(150)).isBetween(SpokenClause.PAUSE_MS - 25, SpokenClause.PAUSE_MS + 25);
    }

    @Test
    void everyVoiceOfTheCastSoundsDifferent() throws Exception {
        short[][] all = new short[Voices.NAMES.size()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = speak("I own thirty pens.", new VoiceChoice(Voices.NAMES.get(i), 1, 1))
                    .samples();
            for (int j = 0; j < i; j++) {
                assertThat(all[i]).as(i + " and " + j).isNotEqualTo(all[j]);
            }
        }
    }

    @Test
    void paceAndPitchAreHeard() throws Exception {
        String text = "I own thirty pens and I cannot find one that works.";
        assertThat(speak(text, new VoiceChoice("voice-1", 1.5, 1)).ms())
                .isLessThan((int) (0.8 * speak(text, PLAIN).ms()));
        assertThat(speak(text, new VoiceChoice("voice-1", 1, 1.5)).samples())
                .isNotEqualTo(speak(text, PLAIN).samples());
    }

    @Test
    void aVoiceItDoesNotKnowIsSomeVoiceOfItsOwn() throws Exception {
        assertThat(speak("Hello.", new VoiceChoice("-v ../../etc/passwd", 1, 1)).loudness())
                .isGreaterThan(0.01);
    }
}
