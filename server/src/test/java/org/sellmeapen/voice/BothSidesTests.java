package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BothSidesTests {

    private static final int FRAME = 480;
    private static final int RATE = 24_000;

    private final BothSides sides = new BothSides();
    private int pairs;
    private int firstOfPerson = -1;
    private int firstOfCounterpart = -1;
    private int loudOfCounterpart;

    private static short[] sound(int value) {
        short[] samples = new short[FRAME];
        Arrays.fill(samples, (short) value);
        return samples;
    }

    private void speaks(int side, double fromS, double toS, int value) {
        for (long at = (long) (fromS * RATE); at < toS * RATE; at += FRAME) {
            sides.lay(side, at, sound(value));
        }
    }

    private void settle() {
        sides.settled((samples, count) -> {
            for (int i = 0; i < count; i++) {
                if (firstOfPerson < 0 && samples[2 * i] > 0.1) {
                    firstOfPerson = pairs + i;
                }
                if (samples[2 * i + 1] > 0.1) {
                    firstOfCounterpart = firstOfCounterpart < 0 ? pairs + i : firstOfCounterpart;
                    loudOfCounterpart++;
                }
            }
            pairs += count;
        });
    }

    private static double seconds(int samples) {
        return (double) samples / SpeechGauge.RATE;
    }

    @Test
    void whatCameLateLiesWhereItSounded() {
        speaks(BothSides.PERSON, 0, 2, 0);
        speaks(BothSides.PERSON, 2, 5, 8_000);
        settle();
        assertThat(seconds(pairs)).isCloseTo(5 - Tape.LATEST_MS / 1_000.0, within(0.01));
        speaks(BothSides.COUNTERPART, 3, 4, 8_000); // told a second after it sounded
        speaks(BothSides.PERSON, 5, 9, 0);
        settle();
        assertThat(seconds(firstOfPerson)).isCloseTo(2, within(0.01));
        assertThat(seconds(firstOfCounterpart)).isCloseTo(3, within(0.01));
        assertThat(seconds(loudOfCounterpart)).isCloseTo(1, within(0.01));
    }

    @Test
    void theClockOfAResumedCallBeginsAnywhere() {
        speaks(BothSides.PERSON, 1_000, 1_005, 8_000);
        settle();
        assertThat(firstOfPerson).isZero();
        assertThat(seconds(pairs)).isCloseTo(5 - Tape.LATEST_MS / 1_000.0, within(0.01));
    }

    @Test
    void ofALongSilenceOnlyItsEndIsKeptWithWhatTheySaidInIt() {
        speaks(BothSides.PERSON, 0, 5, 8_000);
        settle();
        speaks(BothSides.PERSON, 600, 600.02, 0);
        speaks(BothSides.COUNTERPART, 590, 592, 8_000);
        speaks(BothSides.PERSON, 600.02, 605, 0);
        settle();
        assertThat(seconds(pairs)).isLessThan(40);
        assertThat(seconds(loudOfCounterpart)).isCloseTo(2, within(0.05));
        // From there to the end of what is settled it is as long as it was.
        assertThat(seconds(pairs - firstOfCounterpart)).isCloseTo(605 - 3.3 - 590, within(0.05));
    }
}
