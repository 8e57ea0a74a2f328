package org.sellmeapen.speech;

import java.util.Arrays;

/** How loud one channel is, frame by frame, with everything below the voice (hum, a shifted zero) filtered out. */
final class LevelMeter {

    private static final int FRAME = Hearing.RATE / 100;

    /** What silence of sixteen bits is at best; keeps digital zero finite. */
    private static final double NO_POWER = 1e-12;

    private final Biquad[] filters;
    private float[] powers = new float[1_024];
    private int frames;
    private double sum;
    private int inFrame;

    LevelMeter() {
        this(withoutHum());
    }

    private LevelMeter(Biquad... filters) {
        this.filters = filters;
    }

    /** Of the voice up to a pitch; together with {@link #above} it hears what a whole meter hears. */
    static LevelMeter below(double hertz) {
        return new LevelMeter(withoutHum(), Biquad.lowPass(hertz, Hearing.RATE));
    }

    static LevelMeter above(double hertz) {
        return new LevelMeter(Biquad.highPass(hertz, Hearing.RATE));
    }

    private static Biquad withoutHum() {
        return Biquad.highPass(80, Hearing.RATE);
    }

    void hear(float[] samples, int count) {
        for (int i = 0; i < count; i++) {
            double sample = samples[i];
            for (Biquad filter : filters) {
                sample = filter.next(sample);
            }
            sum += sample * sample;
            if (++inFrame == FRAME) {
                if (frames == powers.length) {
                    powers = Arrays.copyOf(powers, frames * 2);
                }
                powers[frames++] = (float) (sum / FRAME);
                sum = 0;
                inFrame = 0;
            }
        }
    }

    /** What was heard so far, from a frame on; a last one that is not whole does not count. */
    Levels from(int frame) {
        return new Levels(powers, Math.min(frame, frames), frames);
    }

    /** Frame 0 is the one at {@code from}. */
    record Levels(float[] powers, int from, int to) {

        int frames() {
            return to - from;
        }

        double power(int frame) {
            return powers[from + frame];
        }

        float[] each() {
            return Arrays.copyOfRange(powers, from, to);
        }

        /** dB below full scale. */
        float[] all() {
            return decibels(each());
        }
    }

    static float[] decibels(float[] powers) {
        float[] levels = new float[powers.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = decibel(powers[i]);
        }
        return levels;
    }

    static float decibel(double power) {
        return (float) (10 * Math.log10(power + NO_POWER));
    }
}
