package org.sellmeapen.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyllableNucleiTests {

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 45, 60})
    void everySyllableIsCountedOnce(int syllables) {
        assertThat(Sounds.start()
                        .silence(0.5)
                        .talk(10, syllables)
                        .silence(0.5)
                        .heard()
                        .syllables())
                .isEqualTo(syllables);
    }

    @Test
    void theyLieInTheMiddleOfTheSyllable() {
        double[] nuclei =
                Sounds.start().silence(1).talk(2, 8).silence(1).heard().nuclei();
        assertThat(nuclei).hasSize(8);
        assertThat(nuclei[0]).isCloseTo(1.125, within(0.04));
    }

    @Test
    void noiseUnderTheVoiceAddsNone() {
        assertThat(Sounds.start()
                        .silence(1)
                        .talk(10, 45)
                        .silence(1)
                        .over(0.005)
                        .heard()
                        .syllables())
                .isCloseTo(45, within(1));
    }

    @Test
    void hissIsNoSyllableHoweverLoud() {
        Sounds sounds = Sounds.start().silence(0.5);
        for (int i = 0; i < 10; i++) {
            sounds.talk(0.4, 2).hiss(0.1, 0.15);
        }
        assertThat(sounds.silence(0.5).heard().syllables()).isEqualTo(20);
    }

    @Test
    void aVoiceFarBehindIsNotCounted() {
        assertThat(Sounds.start()
                        .talk(5, 20)
                        .silence(0.3)
                        .talk(2, 9, 0.03)
                        .silence(0.5)
                        .heard()
                        .syllables())
                .isEqualTo(20);
    }

    @Test
    void loudnessThatWandersIsMeasuredInDecibels() {
        assertThat(Sounds.start().talk(12, 50).heard().wandersDb()).isLessThan(1.0);
        Sounds wandering = Sounds.start();
        for (int i = 0; i < 6; i++) {
            wandering.talk(1, 4, 1).talk(1, 4, 0.5);
        }
        assertThat(wandering.heard().wandersDb()).isCloseTo(3.1, within(0.5));
        assertThat(Sounds.start().talk(2, 9).heard().wandersDb()).isNull();
    }
}
