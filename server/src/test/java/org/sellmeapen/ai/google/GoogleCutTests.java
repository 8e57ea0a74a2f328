package org.sellmeapen.ai.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GoogleCutTests {

    @Test
    void whatIsShortGoesWhole() {
        assertThat(GoogleSpeechToText.cut(new short[55 * 16_000], 0)).isEqualTo(55 * 16_000);
    }

    @Test
    void whatIsLongIsCutWhereItIsQuietest() {
        short[] loud = new short[100 * 16_000];
        Arrays.fill(loud, (short) 1_000);
        Arrays.fill(loud, 52 * 16_000, 52 * 16_000 + 3_200, (short) 0);
        assertThat(GoogleSpeechToText.cut(loud, 0)).isBetween(52 * 16_000, 52 * 16_000 + 3_200);
        assertThat(GoogleSpeechToText.cut(loud, 52 * 16_000)).isEqualTo(loud.length);
    }

    @Test
    void ofWhatIsLoudEverywhereAtMostAMinuteGoes() {
        short[] loud = new short[70 * 16_000];
        Arrays.fill(loud, (short) 1_000);
        assertThat(GoogleSpeechToText.cut(loud, 0)).isBetween(50 * 16_000, 55 * 16_000);
    }
}
