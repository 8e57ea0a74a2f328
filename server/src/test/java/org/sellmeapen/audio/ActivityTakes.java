package org.sellmeapen.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@link ActivityEvaluation} listens to: one channel each, at 16 kHz, with what is known of where the voice is. */
final class ActivityTakes {

    private static final int RATE = 16_000;
    private static final List<String> SENTENCES = List.of(
            "Good morning and thank you for your time.",
            "Our printers lose about two hours every week.",
            "Who else would have to agree before you order?",
            "I would like to show you one page, and then you decide.",
            "It costs four hundred a month, and there is no fee at the end.",
            "Shall we look at the numbers together on Thursday?");

    /** @param truth where the voice is, in ms; empty where there is none */
    record Take(String name, float[] samples, List<long[]> truth) {

        short[] pcm() {
            return new Clip(samples).pcm();
        }

        /** Takes that differ only in the voice are one. */
        String group() {
            if (name.contains(".wav")) {
                return name;
            }
            int comma = name.indexOf(", ");
            return comma < 0 ? "own, quiet room" : "own" + name.substring(comma);
        }
    }

    private ActivityTakes() {}

    static Optional<Path> sharedFolder() {
        String place = System.getProperty("SELLMEAPEN_SHARED", System.getenv("SELLMEAPEN_SHARED"));
        return List.of(place == null ? "../shared" : place, "../../shared").stream()
                .map(path -> Path.of(path, "data", "speech"))
                .filter(path -> Files.exists(path.resolve("truth.json")))
                .findFirst();
    }

    /** Those with exact truth: a call, and single voices with inserted pauses. */
    static List<Take> shared(Path folder) {
        try {
            List<Take> takes = new ArrayList<>();
            for (JsonNode node :
                    JsonMapper.builder().build().readTree(Files.readString(folder.resolve("truth.json")))) {
                Path file = folder.resolve(node.get("file").asString());
                if (Files.exists(file) && node.has("segments")) {
                    List<long[]> truth = new ArrayList<>();
                    for (JsonNode segment : node.get("segments")) {
                        truth.add(span(
                                segment.get("start").asDouble(),
                                segment.get("end").asDouble()));
                    }
                    takes.add(new Take(
                            node.get("file").asString(), Clip.of(file, 0).samples(), truth));
                }
            }
            Path call = folder.resolve("call2_stereo.wav");
            if (Files.exists(call)) {
                takes.add(new Take("call2_stereo.wav, rep", Clip.of(call, 0).samples(), turns(folder, "rep")));
                takes.add(new Take("call2_stereo.wav, buyer", Clip.of(call, 1).samples(), turns(folder, "buyer")));
            }
            return takes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<long[]> turns(Path folder, String who) throws IOException {
        List<long[]> turns = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("call2.rttm"))) {
            String[] field = line.split(" ");
            if (field[7].equals(who)) {
                double start = Double.parseDouble(field[3]);
                turns.add(span(start, start + Double.parseDouble(field[4])));
            }
        }
        return turns;
    }

    private static long[] span(double startS, double endS) {
        return new long[] {Math.round(startS * 1000), Math.round(endS * 1000)};
    }

    /** Recordings by people; where the voice is, nobody has written down. */
    static List<Take> human(Path folder) {
        return List.of("jfk.wav", "LJ001-0001.wav", "LJ001-0003.wav", "librivox_sns_0870.wav").stream()
                .filter(name -> Files.exists(folder.resolve(name)))
                .map(name -> new Take(name, Clip.of(folder.resolve(name), 0).samples(), List.of()))
                .toList();
    }

    /** Sentences by a synthetic voice (espeak-ng), each cut to where it sounds, in a room that begins before them. */
    static List<Take> own() {
        List<Take> takes = new ArrayList<>();
        for (String voice : List.of("en-gb", "en-us", "en-us+f3", "en-gb-scotland+m3")) {
            List<float[]> said = new ArrayList<>();
            for (String sentence : SENTENCES) {
                Optional<float[]> one = say(voice, sentence);
                if (one.isEmpty()) {
                    return List.of();
                }
                said.add(one.get());
            }
            takes.add(take(voice, said, -6, Float.NEGATIVE_INFINITY, false));
            takes.add(take(voice + ", very quiet (-40 dB)", said, -40, -80, false));
            takes.add(take(voice + ", noise at -40 dB", said, -6, -46, false));
            takes.add(take(voice + ", noise at -30 dB", said, -6, -36, false));
            takes.add(take(voice + ", noise at -20 dB", said, -6, -26, false));
            takes.add(take(voice + ", hum at -20 dB", said, -6, -26, true));
        }
        return takes;
    }

    private static Take take(String name, List<float[]> said, double loudest, double noise, boolean hum) {
        double[] pauses = {1.5, 0.6, 1.0, 2.0, 0.8, 1.2, 1.5};
        List<long[]> truth = new ArrayList<>();
        List<float[]> pieces = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < pauses.length; i++) {
            float[] pause = new float[(int) (pauses[i] * RATE)];
            pieces.add(pause);
            at += pause.length;
            if (i < said.size()) {
                float[] sentence = said.get(i);
                pieces.add(sentence);
                truth.add(new long[] {at * 1000L / RATE, (at + sentence.length) * 1000L / RATE});
                at += sentence.length;
            }
        }
        float[] samples = new float[at];
        int to = 0;
        for (float[] piece : pieces) {
            System.arraycopy(piece, 0, samples, to, piece.length);
            to += piece.length;
        }
        Random dice = new Random(20);
        double gain = amplitude(loudest);
        for (int i = 0; i < at; i++) {
            double under = hum
                    ? Math.sin(2 * Math.PI * 50 * i / RATE) + 0.3 * Math.sin(2 * Math.PI * 150 * i / RATE)
                    : dice.nextGaussian();
            samples[i] = (float) (gain * samples[i] + amplitude(noise) * under);
        }
        return new Take(name, samples, truth);
    }

    /** Twenty seconds each of what is no voice. Noise levels are of the effective value. */
    static List<Take> noises() {
        List<Take> takes = new ArrayList<>();
        for (double level : new double[] {-60, -40, -25}) {
            Random dice = new Random(3);
            takes.add(noise("white noise, %.0f dB".formatted(level), t -> amplitude(level) * dice.nextGaussian()));
        }
        Random fan = new Random(4);
        double[] low = new double[1];
        takes.add(noise("low noise that swells 4 times a second, about -30 dB", t -> {
            low[0] = 0.97 * low[0] + 0.03 * fan.nextGaussian();
            return amplitude(-12) * low[0] * (1 + 0.9 * Math.sin(2 * Math.PI * 4 * t));
        }));
        takes.add(noise("hum of 50 Hz and its harmonics, -20 dB", t -> {
            double sum = 0;
            for (int h = 1; h <= 7; h += 2) {
                sum += Math.sin(2 * Math.PI * 50 * h * t) / h;
            }
            return amplitude(-20) * sum;
        }));
        Random keys = new Random(5);
        double[] ring = new double[1];
        takes.add(noise("keyboard, 6 keys a second, loudest -10 dB", t -> {
            if (keys.nextInt(RATE / 6) == 0) {
                ring[0] = amplitude(-10);
            }
            ring[0] *= 0.998;
            return ring[0] * keys.nextGaussian();
        }));
        takes.add(noise(
                "telephone tone of 425 Hz, 1 s on and 4 s off",
                t -> t % 5 < 1 ? amplitude(-14) * Math.sin(2 * Math.PI * 425 * t) : 0));
        takes.add(noise("chords on an organ", t -> {
            double sum = 0;
            double[] chord = (int) t % 2 == 0 ? new double[] {220, 277.2, 329.6} : new double[] {196, 246.9, 293.7};
            for (double tone : chord) {
                for (int h = 1; h <= 5; h++) {
                    sum += Math.sin(2 * Math.PI * tone * h * t) / h;
                }
            }
            return amplitude(-26) * sum;
        }));
        takes.add(noise("digital silence", t -> 0));
        return takes;
    }

    private interface Sound {
        double at(double t);
    }

    private static Take noise(String name, Sound sound) {
        float[] samples = new float[20 * RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) sound.at((double) i / RATE);
        }
        return new Take(name, samples, List.of());
    }

    private static double amplitude(double decibel) {
        return Math.pow(10, decibel / 20);
    }

    private static Optional<float[]> say(String voice, String text) {
        try {
            Path file = Files.createTempFile("take", ".wav");
            try {
                new ProcessBuilder(
                                System.getenv().getOrDefault("ESPEAK", "espeak-ng"),
                                "-v",
                                voice,
                                "-s",
                                "155",
                                "-w",
                                file.toString(),
                                text)
                        .redirectErrorStream(true)
                        .start()
                        .onExit()
                        .join();
                return Optional.of(cut(Clip.of(file, 0).samples()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            return Optional.empty(); // no such program
        }
    }

    /** To where it sounds, its loudest sample at 1. */
    private static float[] cut(float[] samples) {
        float loudest = 0;
        for (float sample : samples) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        int from = 0;
        int to = samples.length;
        while (Math.abs(samples[from]) < 0.01 * loudest) {
            from++;
        }
        while (Math.abs(samples[to - 1]) < 0.01 * loudest) {
            to--;
        }
        float[] cut = Arrays.copyOfRange(samples, from, to);
        for (int i = 0; i < cut.length; i++) {
            cut[i] /= loudest;
        }
        return cut;
    }

    static List<Take> all(Optional<Path> shared) {
        List<Take> all = new ArrayList<>(shared.map(ActivityTakes::shared).orElse(List.of()));
        all.addAll(shared.map(ActivityTakes::human).orElse(List.of()));
        all.addAll(own());
        all.addAll(noises());
        return Collections.unmodifiableList(all);
    }
}
