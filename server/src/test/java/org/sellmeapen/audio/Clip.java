package org.sellmeapen.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/** One channel of a recording, whole, at 16 kHz. */
record Clip(float[] samples) {

    static Clip of(Path file, int channel) {
        return of(file, channel, 16_000);
    }

    static Clip of(Path file, int channel, int rate) {
        try (SampleStream stream = Resampled.to(rate, Recordings.open(file))) {
            float[] samples = new float[1 << 16];
            float[] block = new float[4_096 * stream.channels()];
            int count = 0;
            for (int frames; (frames = stream.read(block)) > 0; ) {
                if (count + frames > samples.length) {
                    samples = Arrays.copyOf(samples, samples.length * 2);
                }
                for (int i = 0; i < frames; i++) {
                    samples[count++] = block[i * stream.channels() + channel];
                }
            }
            return new Clip(Arrays.copyOf(samples, count));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    short[] pcm() {
        short[] pcm = new short[samples.length];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = (short) Math.clamp(Math.round(samples[i] * 32_768f), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return pcm;
    }
}
