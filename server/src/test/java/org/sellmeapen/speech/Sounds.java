package org.sellmeapen.speech;

import java.util.Arrays;
import java.util.Random;
import org.sellmeapen.audio.SampleStream;

/** Sound made to measure: a hum that opens and closes like syllables, hiss, silence, each of a known length. */
final class Sounds {

    static final int RATE = Hearing.RATE;

    private final Random dice = new Random(11);
    private final double gain;
    private float[] samples = new float[0];

    private Sounds(double gain) {
        this.gain = gain;
    }

    static Sounds start() {
        return new Sounds(1);
    }

    static Sounds quieterBy(double decibel) {
        return new Sounds(Math.pow(10, -decibel / 20));
    }

    private float[] longer(double seconds) {
        float[] added = new float[(int) Math.round(seconds * RATE)];
        int from = samples.length;
        samples = Arrays.copyOf(samples, from + added.length);
        return added;
    }

    private Sounds put(float[] added) {
        System.arraycopy(added, 0, samples, samples.length - added.length, added.length);
        return this;
    }

    Sounds silence(double seconds) {
        return put(longer(seconds));
    }

    /** Talk at full loudness, with a whole number of syllables. */
    Sounds talk(double seconds, int syllables) {
        return talk(seconds, syllables, 1);
    }

    Sounds talk(double seconds, int syllables, double loudness) {
        float[] added = longer(seconds);
        double length = seconds / syllables;
        for (int i = 0; i < added.length; i++) {
            double t = (double) i / RATE;
            double inSyllable = t / length - Math.floor(t / length);
            double open = 0.08 + 0.92 * Math.pow(Math.sin(Math.PI * inSyllable), 2);
            double voice = 0;
            for (int h = 1; h <= 20; h++) {
                voice += Math.sin(2 * Math.PI * 120 * h * t + h) / (1 + 0.3 * h);
            }
            added[i] = (float) (0.08 * loudness * gain * open * voice);
        }
        return put(added);
    }

    Sounds hiss(double seconds, double loudness) {
        float[] added = longer(seconds);
        for (int i = 0; i < added.length; i++) {
            added[i] = (float) (dice.nextGaussian() * loudness * gain);
        }
        return put(added);
    }

    /** Hiss under everything so far. */
    Sounds over(double loudness) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (dice.nextGaussian() * loudness * gain);
        }
        return this;
    }

    /** A shifted zero and the hum of the mains under everything so far. */
    Sounds withHum() {
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (0.1 + 0.05 * Math.sin(2 * Math.PI * 50 * i / RATE));
        }
        return this;
    }

    float[] samples() {
        return samples;
    }

    Heard heard() {
        Hearing hearing = new Hearing(new EnergyActivity());
        hearing.hear(samples, samples.length);
        return hearing.heard(0);
    }

    SampleStream stream() {
        return stream(RATE, samples);
    }

    /** Left and right. */
    SampleStream beside(Sounds right) {
        int frames = Math.max(samples.length, right.samples.length);
        float[] left = Arrays.copyOf(samples, frames);
        float[] other = Arrays.copyOf(right.samples, frames);
        return stream(RATE, left, other);
    }

    static SampleStream stream(int rate, float[]... channels) {
        return new SampleStream() {
            private int at;

            @Override
            public int rate() {
                return rate;
            }

            @Override
            public int channels() {
                return channels.length;
            }

            @Override
            public int read(float[] into) {
                int frames = Math.min(into.length / channels.length, channels[0].length - at);
                for (int i = 0; i < frames * channels.length; i++) {
                    into[i] = channels[i % channels.length][at + i / channels.length];
                }
                at += frames;
                return frames;
            }

            @Override
            public void close() {}
        };
    }
}
