package org.sellmeapen.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResampledTests {

    /** A tone that lasts two seconds. */
    private static SampleStream tone(int rate, int channels, double hertz) {
        return new SampleStream() {
            private int frame;

            @Override
            public int rate() {
                return rate;
            }

            @Override
            public int channels() {
                return channels;
            }

            @Override
            public int read(float[] into) {
                int frames = Math.min(into.length / channels, 2 * rate - frame);
                for (int i = 0; i < frames * channels; i++) {
                    into[i] =
                            (float) Math.sin(2 * Math.PI * hertz * (frame + i / channels) / rate) * (1 - i % channels);
                }
                frame += frames;
                return frames;
            }

            @Override
            public void close() {}
        };
    }

    private static float[] all(SampleStream in, int block) throws IOException {
        float[] all = new float[0];
        float[] some = new float[block * in.channels()];
        for (int frames = in.read(some); frames > 0; frames = in.read(some)) {
            int before = all.length;
            all = Arrays.copyOf(all, before + frames * in.channels());
            System.arraycopy(some, 0, all, before, frames * in.channels());
        }
        return all;
    }

    private static double loudness(float[] samples) {
        double sum = 0;
        for (int i = 1_000; i < samples.length - 1_000; i++) {
            sum += samples[i] * samples[i];
        }
        return 10 * Math.log10(sum / (samples.length - 2_000) * 2 + 1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 22_050, 32_000, 37_813, 44_100, 48_000, 96_000})
    void aToneKeepsItsHeightItsTimeAndItsLength(int rate) throws IOException {
        float[] made = all(Resampled.to(16_000, tone(rate, 1, 1_000)), 1_234);
        assertThat(made).hasSize(32_000);
        for (int i = 1_000; i < 31_000; i++) {
            assertThat((double) made[i]).isCloseTo(Math.sin(2 * Math.PI * 1_000 * i / 16_000), within(0.01));
        }
    }

    @Test
    void whatWouldFoldBackIsTakenOut() throws IOException {
        assertThat(loudness(all(Resampled.to(16_000, tone(48_000, 1, 6_000)), 999)))
                .isCloseTo(0, within(0.5));
        assertThat(loudness(all(Resampled.to(16_000, tone(48_000, 1, 9_000)), 999)))
                .isLessThan(-40);
        assertThat(loudness(all(Resampled.to(16_000, tone(48_000, 1, 15_000)), 999)))
                .isLessThan(-60);
    }

    @Test
    void theSizeOfTheBlocksChangesNothing() throws IOException {
        float[] small = all(Resampled.to(16_000, tone(44_100, 2, 440)), 7);
        assertThat(all(Resampled.to(16_000, tone(44_100, 2, 440)), 50_000)).isEqualTo(small);
        for (int i = 1; i < small.length; i += 2) {
            assertThat(small[i]).as("the silent channel").isZero();
        }
    }

    @Test
    void theSameRateIsLeftAlone() {
        SampleStream source = tone(16_000, 1, 100);
        assertThat(Resampled.to(16_000, source)).isSameAs(source);
    }
}
