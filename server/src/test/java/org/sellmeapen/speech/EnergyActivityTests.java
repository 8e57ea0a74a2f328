package org.sellmeapen.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnergyActivityTests {

    private static final double NEAR = 0.035;

    /** A hum at a quarter of the voice hides how its sentences fade in. */
    private static final double NEAR_UNDER_HUM = 0.06;

    private static Sounds threeSentences(Sounds sounds) {
        return sounds.silence(0.5)
                .talk(2, 9)
                .silence(0.4)
                .talk(3, 14)
                .silence(1.2)
                .talk(1.5, 7)
                .silence(0.8);
    }

    private static void areTheThreeSentences(List<Span> speech, double near) {
        assertThat(speech).hasSize(3);
        double[] edges = {0.5, 2.5, 2.9, 5.9, 7.1, 8.6};
        for (int i = 0; i < 3; i++) {
            assertThat(speech.get(i).startS()).isCloseTo(edges[2 * i], within(near));
            assertThat(speech.get(i).endS()).isCloseTo(edges[2 * i + 1], within(near));
        }
    }

    @Test
    void sentencesAreFoundWhereTheyAre() {
        areTheThreeSentences(threeSentences(Sounds.start()).heard().speech(), NEAR);
    }

    @Test
    void loudnessOfTheRecordingDoesNotMatter() {
        areTheThreeSentences(threeSentences(Sounds.quieterBy(30)).heard().speech(), NEAR);
    }

    @Test
    void steadyNoiseUnderTheVoiceDoesNotMatter() {
        areTheThreeSentences(threeSentences(Sounds.start()).over(0.003).heard().speech(), NEAR);
    }

    @Test
    void humAndAShiftedZeroDoNotMatter() {
        areTheThreeSentences(
                threeSentences(Sounds.start()).over(0.0005).withHum().heard().speech(), NEAR_UNDER_HUM);
    }

    @Test
    void aSilenceUnderTwoTenthsBelongsToTheWord() {
        assertThat(Sounds.start()
                        .silence(0.5)
                        .talk(2, 9)
                        .silence(0.15)
                        .talk(2, 9)
                        .silence(0.5)
                        .heard()
                        .speech())
                .hasSize(1);
    }

    @Test
    void aSoftEndingBelongsToTheWordForATenthOfASecond() {
        Span word = dryVoice().hiss(0.08, 0.0006).silence(1).heard().speech().getFirst();
        assertThat(word.endS()).isCloseTo(3.48, within(0.015));
        Span longer = dryVoice().hiss(0.5, 0.0006).silence(1).heard().speech().getFirst();
        assertThat(longer.endS()).isCloseTo(3.5, within(0.025));
    }

    /** Its sounds break off; it ends at 3.40 s. */
    private static Sounds dryVoice() {
        Sounds sounds = Sounds.start().silence(0.5);
        for (int i = 0; i < 4; i++) {
            sounds.talk(0.45, 2).hiss(0.05, 0.1).silence(0.1);
        }
        return sounds.talk(0.5, 2);
    }

    @Test
    void aClickIsNoSpeech() {
        assertThat(Sounds.start()
                        .silence(1)
                        .talk(3, 14)
                        .silence(1)
                        .hiss(0.03, 0.2)
                        .silence(1)
                        .heard()
                        .speech())
                .hasSize(1);
    }

    @Test
    void silenceAndSteadyNoiseAreNoSpeech() {
        assertThat(Sounds.start().silence(5).heard().speech()).isEmpty();
        assertThat(Sounds.start().hiss(5, 0.1).heard().speech()).isEmpty();
        assertThat(Sounds.start().hiss(5, 0.00005).heard().speech()).isEmpty();
        assertThat(Sounds.start().silence(5).withHum().heard().speech()).isEmpty();
        assertThat(Sounds.start().heard().speech()).isEmpty();
    }

    @Test
    void oneSentenceInALongSilenceIsHeard() {
        List<Span> speech = Sounds.start()
                .silence(40)
                .talk(1.2, 5)
                .silence(60)
                .over(0.0005)
                .heard()
                .speech();
        assertThat(speech).hasSize(1);
        assertThat(speech.getFirst().startS()).isCloseTo(40, within(0.05));
    }

    @Test
    void theSizeOfTheBlocksChangesNothing() {
        float[] samples = threeSentences(Sounds.start()).samples();
        EnergyActivity small = new EnergyActivity();
        for (int from = 0; from < samples.length; from += 333) {
            int count = Math.min(333, samples.length - from);
            small.hear(java.util.Arrays.copyOfRange(samples, from, from + count), count);
        }
        EnergyActivity whole = new EnergyActivity();
        whole.hear(samples, samples.length);
        assertThat(small.speech()).isEqualTo(whole.speech());
    }
}
