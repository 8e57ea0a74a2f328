package org.sellmeapen.audio;

import java.io.IOException;
import java.util.Arrays;

/**
 * A stream at another rate: band-limited by a windowed sinc, one filter a phase, so that time neither drifts nor shifts.
 * The n-th frame that comes out lies at n / rate seconds, like the n-th that goes in.
 */
public final class Resampled implements SampleStream {

    /** Zero crossings on each side: passes up to 0.8 of the lower half rate, 40 dB down where it folds back. */
    private static final int LOBES = 10;

    private static final double PASSED = 0.90;
    private static final int BLOCK = 4_096;

    private final SampleStream source;
    private final int rate;
    private final int up;
    private final int down;
    private final int half;
    private final float[][] phases;

    private final float[][] window; // one a channel, samples firstKept .. firstKept + kept
    private final float[] block;
    private long firstKept;
    private int kept;
    private long frameOut;
    private long framesIn;
    private boolean ended;

    private Resampled(SampleStream source, int rate) {
        this.source = source;
        this.rate = rate;
        int common = gcd(source.rate(), rate);
        up = rate / common;
        down = source.rate() / common;
        double cut = cut(up, down);
        half = half(cut);
        phases = filters(up, half, cut);
        window = new float[source.channels()][BLOCK + 2 * half + 2];
        block = new float[BLOCK * source.channels()];
        // Silence before the first sample, for the filter to stand on.
        firstKept = -half;
        kept = half;
    }

    /** The stream itself where it has that rate already. */
    public static SampleStream to(int rate, SampleStream source) {
        return source.rate() == rate ? source : new Resampled(source, rate);
    }

    static double cut(int up, int down) {
        return PASSED * Math.min(1.0, (double) up / down);
    }

    static int half(double cut) {
        return (int) Math.ceil(LOBES / cut);
    }

    static float[][] filters(int up, int half, double cut) {
        float[][] filters = new float[up][2 * half + 1];
        for (int phase = 0; phase < up; phase++) {
            double sum = 0;
            for (int tap = -half; tap <= half; tap++) {
                double t = tap - (double) phase / up;
                double x = Math.PI * t * cut;
                double sinc = Math.abs(x) < 1e-9 ? 1 : Math.sin(x) / x;
                double w = Math.abs(t) > half ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * t / half);
                filters[phase][tap + half] = (float) (sinc * w);
                sum += sinc * w;
            }
            for (int tap = 0; tap <= 2 * half; tap++) {
                filters[phase][tap] /= (float) sum;
            }
        }
        return filters;
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int channels() {
        return source.channels();
    }

    @Override
    public int read(float[] into) throws IOException {
        int wanted = into.length / channels();
        int made = 0;
        while (made < wanted) {
            long centre = frameOut * down / up;
            while (!ended && centre + half >= firstKept + kept) {
                more(centre);
            }
            if (ended && centre >= framesIn) {
                break;
            }
            float[] filter = phases[(int) (frameOut * down % up)];
            int from = (int) (centre - half - firstKept);
            for (int c = 0; c < window.length; c++) {
                into[made * window.length + c] = dot(filter, window[c], from);
            }
            made++;
            frameOut++;
        }
        return made;
    }

    /** Four sums side by side: one alone would wait for itself at every step. */
    static float dot(float[] filter, float[] samples, int from) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < filter.length; i += 4) {
            a += filter[i] * samples[from + i];
            b += filter[i + 1] * samples[from + i + 1];
            c += filter[i + 2] * samples[from + i + 2];
            d += filter[i + 3] * samples[from + i + 3];
        }
        for (; i < filter.length; i++) {
            a += filter[i] * samples[from + i];
        }
        return a + b + c + d;
    }

    private void more(long centre) throws IOException {
        int drop = (int) Math.min(kept, Math.max(0, centre - half - firstKept));
        for (float[] channel : window) {
            System.arraycopy(channel, drop, channel, 0, kept - drop);
        }
        firstKept += drop;
        kept -= drop;
        int frames = source.read(block);
        for (int c = 0; c < window.length; c++) {
            for (int i = 0; i < frames; i++) {
                window[c][kept + i] = block[i * window.length + c];
            }
        }
        framesIn += frames;
        kept += frames;
        if (frames == 0) { // and silence behind the last
            ended = true;
            for (float[] channel : window) {
                Arrays.fill(channel, kept, channel.length, 0f);
            }
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
