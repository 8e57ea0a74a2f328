package org.sellmeapen.speech;

import java.util.Random;

/** What may lie under a voice, or come between its words. */
enum Noise {
    WHITE,
    /** As much in every octave. */
    PINK,
    /** Most of it low, as of fans, streets and engines. */
    RUMBLE,
    /** Eight other voices at once. */
    BABBLE;

    /** Of an effective value of 1. */
    float[] of(int length, Random dice, float[] voice) {
        double[] noise = new double[length];
        switch (this) {
            case WHITE -> fill(noise, dice, new double[] {0}, new double[] {1});
            case PINK -> // P. Kellet's sum of slow noises
                fill(noise, dice, new double[] {0.99765, 0.963, 0.57, 0}, new double[] {
                    0.099046, 0.2965164, 1.0526913, 0.1848
                });
            case RUMBLE -> fill(noise, dice, new double[] {0.98}, new double[] {1});
            case BABBLE -> {
                for (int k = 0; k < 8; k++) {
                    int shift = dice.nextInt(voice.length);
                    for (int i = 0; i < length; i++) {
                        noise[i] += voice[(i + shift) % voice.length];
                    }
                }
            }
        }
        return scaled(noise, 1);
    }

    private static void fill(double[] noise, Random dice, double[] slow, double[] share) {
        double[] state = new double[slow.length];
        for (int i = 0; i < noise.length; i++) {
            double white = dice.nextGaussian();
            for (int k = 0; k < slow.length; k++) {
                state[k] = slow[k] * state[k] + share[k] * white;
                noise[i] += state[k];
            }
        }
    }

    static float[] scaled(double[] sound, double effective) {
        double squares = 0;
        for (double s : sound) {
            squares += s * s;
        }
        double gain = effective / Math.sqrt(squares / sound.length);
        float[] scaled = new float[sound.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (gain * sound[i]);
        }
        return scaled;
    }

    /** The effective value of what is not silence in it. */
    static double loudness(float[] voice) {
        double squares = 0;
        int count = 0;
        for (float sample : voice) {
            if (sample != 0) {
                squares += sample * sample;
                count++;
            }
        }
        return Math.sqrt(squares / count);
    }

    /** The voice with this under it, so many dB softer than it. */
    float[] under(float[] voice, double decibel, Random dice, float[] other) {
        float[] noise = of(voice.length, dice, other);
        double level = loudness(voice) * Math.pow(10, -decibel / 20);
        float[] both = voice.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] += (float) (level * noise[i]);
        }
        return both;
    }

    /** A telephone: 300 to 3,400 Hz at a rate of 8 kHz, eight bits by the rule of G.711. */
    static float[] telephone(float[] voice, int rate) {
        Biquad[] line = {
            Biquad.highPass(300, rate),
            Biquad.lowPass(3_400, rate),
            Biquad.lowPass(3_400, rate),
            Biquad.lowPass(3_400, rate)
        };
        float loudest = 0;
        float[] narrow = new float[voice.length];
        for (int i = 0; i < voice.length; i++) {
            double sample = voice[i];
            for (Biquad filter : line) {
                sample = filter.next(sample);
            }
            narrow[i] = (float) sample;
            loudest = Math.max(loudest, Math.abs(narrow[i]));
        }
        float[] heard = new float[(int) ((long) voice.length * 8_000 / rate)];
        for (int i = 0; i < heard.length; i++) {
            double sample = 0.7 * narrow[(int) ((long) i * rate / 8_000)] / loudest;
            double code = Math.rint(127 * Math.log1p(255 * Math.abs(sample)) / Math.log1p(255));
            heard[i] = (float) (Math.signum(sample) * Math.expm1(code / 127 * Math.log1p(255)) / 255);
        }
        return heard;
    }

    /** Something falls on the table in the middle of every long pause: 50 ms, as loud as the voice. */
    static float[] knocks(Spoken.Take take, Random dice) {
        float[] voice = take.channels()[0].clone();
        int length = take.rate() / 20;
        double loud = 3 * loudness(voice);
        for (Span pause : take.pauses()) {
            int at = (int) ((pause.startS() + pause.endS()) / 2 * take.rate());
            for (int i = 0; i < length && pause.seconds() >= 0.6; i++) {
                double fades = Math.exp(-4.0 * i / length);
                voice[at + i] += (float)
                        (loud * fades * (Math.sin(2 * Math.PI * 300 * i / take.rate()) + 0.3 * dice.nextGaussian()));
            }
        }
        return voice;
    }

    /** The speaker breathes in before going on, wherever there is time: 0.35 s, 26 dB softer than the voice. */
    static float[] breaths(Spoken.Take take, Random dice) {
        float[] voice = take.channels()[0].clone();
        int length = (int) (0.35 * take.rate());
        double loud = loudness(voice) / 20;
        for (Span pause : take.pauses()) {
            int at = (int) ((pause.endS() - 0.15) * take.rate()) - length;
            Biquad mouth = Biquad.lowPass(4_000, take.rate());
            Biquad throat = Biquad.highPass(400, take.rate());
            for (int i = 0; i < length && pause.seconds() >= 0.8; i++) {
                double open = Math.sin(Math.PI * i / length);
                voice[at + i] += (float) (2 * loud * open * mouth.next(throat.next(dice.nextGaussian())));
            }
        }
        return voice;
    }
}
