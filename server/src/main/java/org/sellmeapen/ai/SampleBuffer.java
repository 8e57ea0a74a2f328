package org.sellmeapen.ai;

import java.io.IOException;
import java.util.Arrays;
import org.sellmeapen.audio.Resampled;
import org.sellmeapen.audio.SampleStream;

/** Samples that were pushed, growing to a limit. Not thread-safe. */
public final class SampleBuffer {

    private final int most;
    private short[] samples = new short[16_000];
    private int length;

    public SampleBuffer(int most) {
        this.most = most;
    }

    /** @return whether it all found room */
    public boolean add(short[] from, int at, int count) {
        int fits = Math.min(count, most - length);
        if (length + fits > samples.length) {
            samples = Arrays.copyOf(samples, Math.min(most, Math.max(length + fits, 2 * samples.length)));
        }
        System.arraycopy(from, at, samples, length, fits);
        length += fits;
        return fits == count;
    }

    public int length() {
        return length;
    }

    public short at(int index) {
        return samples[index];
    }

    public void clear() {
        length = 0;
    }

    public short[] toArray() {
        return Arrays.copyOf(samples, length);
    }

    /** The same sound at another rate. */
    public static short[] resampled(short[] samples, int from, int to) {
        if (from == to) {
            return samples;
        }
        float[] out = new float[(int) ((long) samples.length * to / from) + 2];
        int n;
        try (SampleStream stream = Resampled.to(to, new Whole(samples, from))) {
            n = stream.read(out);
        } catch (IOException e) {
            throw new IllegalStateException(e); // nothing here reads a file
        }
        short[] result = new short[n];
        for (int i = 0; i < n; i++) {
            result[i] = (short) Math.clamp(Math.round(out[i] * 32_768f), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return result;
    }

    private static final class Whole implements SampleStream {
        private final short[] samples;
        private final int rate;
        private int at;

        Whole(short[] samples, int rate) {
            this.samples = samples;
            this.rate = rate;
        }

        @Override
        public int rate() {
            return rate;
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public int read(float[] into) {
            int n = Math.min(into.length, samples.length - at);
            for (int i = 0; i < n; i++) {
                into[i] = samples[at + i] / 32_768f;
            }
            at += n;
            return n;
        }

        @Override
        public void close() {}
    }
}
