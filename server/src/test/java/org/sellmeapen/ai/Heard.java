package org.sellmeapen.ai;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sink that keeps what it is given, and what it was at the time. */
public class Heard implements SpeechSink {

    public record Shape(int atMs, Viseme viseme, int audioMsBefore) {}

    public record Word(int atMs, int from, int to) {}

    public final List<Shape> shapes = new ArrayList<>();
    public final List<Word> words = new ArrayList<>();
    public int chunks;
    private short[] samples = new short[24_000];
    private int length;

    @Override
    public void audio(short[] from, int at, int n) {
        if (length + n > samples.length) {
            samples = Arrays.copyOf(samples, 2 * (length + n));
        }
        System.arraycopy(from, at, samples, length, n);
        length += n;
        chunks++;
    }

    @Override
    public void viseme(int atMs, Viseme viseme) {
        shapes.add(new Shape(atMs, viseme, ms()));
    }

    @Override
    public void word(int atMs, int fromChar, int toChar) {
        words.add(new Word(atMs, fromChar, toChar));
    }

    public short[] samples() {
        return Arrays.copyOf(samples, length);
    }

    public int ms() {
        return length / 24;
    }

    /** Root mean square, full scale is 1. */
    public double loudness() {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return length == 0 ? 0 : Math.sqrt(sum / length) / 32_768;
    }

    /** How long it is quiet at the end. */
    public int quietAtEndMs(int below) {
        int at = length;
        while (at > 0 && Math.abs(samples[at - 1]) < below) {
            at--;
        }
        return (length - at) / 24;
    }

    public int quietAtStartMs(int below) {
        int at = 0;
        while (at < length && Math.abs(samples[at]) < below) {
            at++;
        }
        return at / 24;
    }
}
