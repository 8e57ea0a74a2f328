package org.sellmeapen.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.sellmeapen.audio.Recordings;
import org.sellmeapen.audio.SampleStream;
import org.sellmeapen.conversation.WordCount;

/** Sentences spoken by a synthetic voice (Debian: espeak-ng, or its program in ESPEAK), put together with known pauses. */
final class Spoken {

    private static final List<String> SENTENCES = List.of(
            "Good morning and thank you for your time.",
            "Our printers lose about two hours every week.",
            "Who else would have to agree before you order?",
            "The service visits twice a year and brings all parts.",
            "I would like to show you one page, and then you decide.",
            "Last spring we moved nine bakeries to the new ovens.",
            "What happens on a day when the delivery is late?",
            "It costs four hundred a month, and there is no fee at the end.",
            "Nobody on my team has ever used a system like that.",
            "Shall we look at the numbers together on Thursday?",
            "The old contract ends in October, so there is no hurry.",
            "My director wants to see proof before he signs anything.");

    /** A recording and where speech truly is on each channel. */
    record Take(String name, int rate, float[][] channels, List<List<Span>> speech, List<Span> pauses, String words) {

        SampleStream stream() {
            return Sounds.stream(rate, channels);
        }

        /** Each voice also in the other's channel, softer. */
        Take leaking(double decibel) {
            float share = (float) Math.pow(10, -decibel / 20);
            float[][] mixed = {channels[0].clone(), channels[1].clone()};
            for (int i = 0; i < mixed[0].length; i++) {
                mixed[0][i] += share * channels[1][i];
                mixed[1][i] += share * channels[0][i];
            }
            return new Take(name + ", leaking at -" + (int) decibel + " dB", rate, mixed, speech, pauses, words);
        }

        double seconds() {
            return (double) channels[0].length / rate;
        }

        double wordsPerMinute() {
            return WordCount.of(words) / (seconds() / 60);
        }
    }

    private static final int LONGEST_S = 120;

    private final String program;
    private final Random dice = new Random(20);

    private Spoken(String program) {
        this.program = program;
    }

    static Spoken orNull() {
        String program = System.getenv().getOrDefault("ESPEAK", "espeak-ng");
        try {
            new ProcessBuilder(program, "--version").start().onExit().join();
            return new Spoken(program);
        } catch (IOException e) {
            return null;
        }
    }

    private record Sentence(int rate, float[] samples) {}

    /** One sentence, cut to where it sounds. */
    private Sentence say(String voice, int speed, String text) {
        try {
            Path file = Files.createTempFile("spoken", ".wav");
            try {
                new ProcessBuilder(program, "-v", voice, "-s", String.valueOf(speed), "-w", file.toString(), text)
                        .redirectErrorStream(true)
                        .start()
                        .onExit()
                        .join();
                try (SampleStream in = Recordings.open(file)) {
                    float[] samples = new float[in.rate() * LONGEST_S];
                    return new Sentence(in.rate(), cut(Arrays.copyOf(samples, in.read(samples)), samples));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] cut(float[] shape, float[] samples) {
        float loudest = 0;
        for (int i = 0; i < shape.length; i++) {
            loudest = Math.max(loudest, Math.abs(samples[i]));
        }
        int from = 0;
        int to = shape.length;
        while (Math.abs(samples[from]) < 0.005 * loudest) {
            from++;
        }
        while (Math.abs(samples[to - 1]) < 0.005 * loudest) {
            to--;
        }
        return Arrays.copyOfRange(samples, from, to);
    }

    /** A text as it is, however many sentences it has. */
    SampleStream saying(String voice, int speed, String text) {
        Sentence spoken = say(voice, speed, text);
        return Sounds.stream(spoken.rate(), spoken.samples());
    }

    /** @param noise of the noise under it, in dB below the loudest sample; 0 for none */
    Take alone(String voice, int speed, int sentences, double noise) {
        List<float[]> pieces = new ArrayList<>();
        List<Span> pauses = new ArrayList<>();
        List<Span> speech = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        int rate = 0;
        int at = 0;
        for (int i = 0; i < sentences; i++) {
            String text = SENTENCES.get(dice.nextInt(SENTENCES.size()));
            Sentence sentence = say(voice, speed, text);
            rate = sentence.rate();
            words.append(text).append(' ');
            pieces.add(sentence.samples());
            speech.add(new Span((double) at / rate, (double) (at + sentence.samples().length) / rate));
            at += sentence.samples().length;
            if (i + 1 < sentences) {
                int silence = (int) (rate * (0.4 + 2.4 * dice.nextDouble()));
                pauses.add(new Span((double) at / rate, (double) (at + silence) / rate));
                pieces.add(new float[silence]);
                at += silence;
            }
        }
        float[] all = new float[at];
        int to = 0;
        for (float[] piece : pieces) {
            System.arraycopy(piece, 0, all, to, piece.length);
            to += piece.length;
        }
        if (noise > 0) {
            under(all, noise);
        }
        String name = voice + " at " + speed + (noise > 0 ? ", noise at -" + (int) noise + " dB" : "");
        return new Take(name, rate, new float[][] {all}, List.of(speech), pauses, words.toString());
    }

    private void under(float[] samples, double decibel) {
        float loudest = 0;
        for (float sample : samples) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        double level = loudest * Math.pow(10, -decibel / 20);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (dice.nextGaussian() * level);
        }
    }

    /**
     * A call on two channels.
     *
     * @param interrupted whether the buyer once begins 0.7 s before the seller ends
     */
    Take call(String seller, String buyer, boolean interrupted) {
        List<List<Span>> speech = List.of(new ArrayList<>(), new ArrayList<>());
        List<List<float[]>> pieces = List.of(new ArrayList<>(), new ArrayList<>());
        StringBuilder words = new StringBuilder();
        int rate = 0;
        double at = 0;
        for (int turn = 0; turn < 10; turn++) {
            int side = turn % 2;
            double from =
                    turn > 0 && interrupted && turn == 5 ? at - 0.7 : at + (turn == 0 ? 0 : 0.2 + dice.nextDouble());
            for (int s = 0; s < (side == 0 ? 2 : 1); s++) { // the seller says two sentences a turn
                String text = SENTENCES.get(dice.nextInt(SENTENCES.size()));
                Sentence sentence = say(side == 0 ? seller : buyer, 160, text);
                rate = sentence.rate();
                double end = from + (double) sentence.samples().length / rate;
                speech.get(side).add(new Span(from, end));
                pieces.get(side).add(sentence.samples());
                words.append(text).append(' ');
                at = end;
                from = end + 0.4; // holds the turn together
            }
        }
        float[][] channels = new float[2][(int) (at * rate) + rate];
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < pieces.get(side).size(); i++) {
                float[] piece = pieces.get(side).get(i);
                int to = (int) (speech.get(side).get(i).startS() * rate);
                System.arraycopy(piece, 0, channels[side], to, piece.length);
            }
        }
        String name = seller + " and " + buyer + (interrupted ? ", one interruption" : "");
        return new Take(name, rate, channels, speech, List.of(), words.toString());
    }
}
