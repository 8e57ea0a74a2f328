package org.sellmeapen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sellmeapen.media.Samples;
import org.sellmeapen.speech.Speech;

class RecordedSidesTests {

    private static final int RATE = 24_000;
    private static final int QUARTER = 6_000;

    @Test
    void bothSidesLieBesideEachOtherAcrossTheEndsOfTheirPieces() {
        RecordedSides sides = new RecordedSides(Side.counting(1, 14_000), Side.counting(-1, 14_000));
        assertThat(sides.channels()).isEqualTo(2);
        float[] block = new float[2 * 4_096];
        int frames = 0;
        for (int count = sides.read(block); count > 0; count = sides.read(block)) {
            for (int i = 0; i < count; i++) {
                int sample = (frames + i) % 1_000;
                assertThat(block[2 * i]).isEqualTo(sample / 32_768f);
                assertThat(block[2 * i + 1]).isEqualTo(-sample / 32_768f);
            }
            // Fewer than asked for says that it is the end.
            assertThat(count == 4_096 || frames + count == 14_000).isTrue();
            frames += count;
        }
        assertThat(frames).isEqualTo(14_000);
    }

    @Test
    void sidesOfUnequalLengthAreABug() {
        RecordedSides sides = new RecordedSides(Side.counting(1, 100), Side.counting(1, 90));
        assertThatThrownBy(() -> sides.read(new float[400])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aThoughtIsInsideATurnAndAnAnswersDelayIsBetweenTurns() throws IOException {
        Side rep = Side.speaking(10, new double[][] {{0.5, 2}, {3, 4}, {8, 9}});
        Side buyer = Side.speaking(10, new double[][] {{5.6, 7.5}});
        List<Pause> pauses =
                RecordedPauses.pauses(new Speech().measure(new RecordedSides(rep, buyer), null, "en")).stream()
                        .filter(pause -> pause.endMs() - pause.startMs() >= 400)
                        .toList();
        assertThat(pauses).extracting(Pause::between).containsExactly(false, true, true);
        double[][] expected = {{2_000, 3_000}, {4_000, 5_600}, {7_500, 8_000}};
        for (int k = 0; k < expected.length; k++) {
            assertThat((double) pauses.get(k).startMs()).isCloseTo(expected[k][0], within(150.0));
            assertThat((double) pauses.get(k).endMs()).isCloseTo(expected[k][1], within(150.0));
        }
    }

    @Test
    void whereNobodySpeaksThereIsNoPause() throws IOException {
        RecordedSides silence = new RecordedSides(Side.speaking(3, new double[0][]), Side.speaking(3, new double[0][]));
        assertThat(RecordedPauses.pauses(new Speech().measure(silence, null, "en")))
                .isEmpty();
    }

    /** Read as a recording is: never across the end of a quarter second. */
    private record Side(short[] all, int[] at) implements Samples {

        static Side counting(int sign, int length) {
            short[] all = new short[length];
            for (int i = 0; i < length; i++) {
                all[i] = (short) (sign * (i % 1_000));
            }
            return new Side(all, new int[1]);
        }

        static Side speaking(int seconds, double[][] when) {
            short[] all = new short[seconds * RATE];
            for (double[] span : when) {
                for (int i = (int) (span[0] * RATE); i < span[1] * RATE; i++) {
                    all[i] = SpokenClip.at(i - (int) (span[0] * RATE));
                }
            }
            return new Side(all, new int[1]);
        }

        @Override
        public int rate() {
            return RATE;
        }

        @Override
        public long length() {
            return all.length;
        }

        @Override
        public int read(short[] into, int from, int length) {
            if (at[0] >= all.length) {
                return -1;
            }
            int some = Math.min(Math.min(length, all.length - at[0]), QUARTER - at[0] % QUARTER);
            System.arraycopy(all, at[0], into, from, some);
            at[0] += some;
            return some;
        }

        @Override
        public void close() {}
    }
}
