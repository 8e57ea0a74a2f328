package org.sellmeapen.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class EchoTests {

    private static final double PAUSE_S = 0.6;

    /** Words that break off, four syllables each. */
    private static Sounds words() {
        Sounds sounds = Sounds.start().silence(0.5);
        for (int i = 0; i < 8; i++) {
            sounds.talk(1, 4).silence(PAUSE_S);
        }
        return sounds;
    }

    private static List<Span> pauses(float[] samples) {
        EnergyActivity activity = new EnergyActivity();
        activity.hear(samples, samples.length);
        return Spans.gaps(Spans.of(activity.speech(0)));
    }

    @Test
    void theEchoOfARoomDoesNotShortenPauses() {
        float[] dry = words().samples();
        for (double fades : new double[] {0.2, 0.4}) {
            List<Span> pauses = pauses(Room.of(dry, Sounds.RATE, fades, 8));
            assertThat(pauses)
                    .hasSize(7)
                    .allSatisfy(pause ->
                            assertThat(pause.seconds()).as(fades + " " + pause).isCloseTo(PAUSE_S, within(0.08)));
        }
    }

    @Test
    void aSoftLastSoundIsKeptWhereSoundsBreakOff() {
        float[] levels = levels(-15, -15, -15, -80, -15, -15, -50, -50, -80, -80);
        assertThat(cut(levels).cardinality()).isEqualTo(70);
    }

    @Test
    void whatOnlyEverFallsSlowlyIsCutWhereItFades() {
        float[] levels = levels(-15, -30, -15, -30, -15, -30, -45, -60);
        assertThat(cut(levels).length()).isBetween(50, 56);
    }

    @Test
    void tooFewWordsTellNothingOfARoom() {
        float[] levels = levels(-15, -15, -15);
        assertThat(cut(levels).cardinality()).isEqualTo(30);
    }

    /** A tenth of a second each, straight from one to the next in slow ones. */
    private static float[] levels(double... tenths) {
        float[] levels = new float[tenths.length * 10];
        for (int i = 0; i < levels.length; i++) {
            int at = i / 10;
            double next = at + 1 < tenths.length && tenths[at + 1] < tenths[at] && tenths[at + 1] - tenths[at] >= -15
                    ? tenths[at + 1]
                    : tenths[at];
            levels[i] = (float) (tenths[at] + (next - tenths[at]) * (i % 10) / 10);
        }
        return levels;
    }

    /** All of it taken for speech, down to -70 dB. */
    private static BitSet cut(float[] levels) {
        BitSet speech = new BitSet(levels.length);
        for (int i = 0; i < levels.length; i++) {
            speech.set(i, levels[i] > -70);
        }
        Echo.cut(speech, levels, -15);
        return speech;
    }
}
