import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sellmeapen.ai.SampleBuffer;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.Voices;
import org.sellmeapen.ai.espeak.EspeakInstallation;
import org.sellmeapen.ai.espeak.EspeakInstallation.Wanted;
import org.sellmeapen.ai.espeak.EspeakTextToSpeech;

/**
 * First audio of a clause, and real-time factor, of both ways to the offline voice. Usage: FOLDER [TIMES], or
 * clip TEXT WAV to make the clip of the ear's self-test.
 */
public final class OfflineVoice {

    private static final List<String> CLAUSES = List.of(
            "Good morning.",
            "I own thirty pens,",
            "and I can't find one that works.",
            "Well, what would a better one change for me, in a day like mine?",
            "That is more than I wanted to spend, to be honest.");
    private static final String SENTENCE =
            "We sign about forty contracts in a week, and each of them is a moment that our clients remember for years.";

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("clip")) {
            clip(Path.of(arguments[1]), Path.of(arguments[2]));
            return;
        }
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
        System.out.println("| way | first word after a start | first audio p50 | p95 | worst | real-time factor of a 6 s sentence p50 | p95 |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|");
        for (Wanted way : List.of(Wanted.NODE, Wanted.BINARY)) {
            measure(way, folder, times);
        }
    }

    private static void measure(Wanted way, Path folder, int times) throws Exception {
        List<Double> cold = new ArrayList<>();
        for (int i = 0; i < 8; i++) { // the first in a fresh process of ours warms up Java and is not counted
            try (EspeakTextToSpeech voice = find(way, folder)) {
                double first = speak(voice, CLAUSES.get(i % CLAUSES.size()))[0];
                if (i > 2) {
                    cold.add(first);
                }
            }
        }
        List<Double> first = new ArrayList<>();
        List<Double> factor = new ArrayList<>();
        try (EspeakTextToSpeech voice = find(way, folder)) {
            voice.warm();
            for (int i = 0; i < 10; i++) {
                speak(voice, SENTENCE);
            }
            for (int i = 0; i < times; i++) {
                for (String clause : CLAUSES) {
                    first.add(speak(voice, clause)[0]);
                }
                double[] whole = speak(voice, SENTENCE);
                factor.add(whole[1] / whole[2]);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f ms | %.1f ms | %.1f ms | %.1f ms | %.3f | %.3f |%n",
                way == Wanted.NODE ? "Node, kept running" : "a process per clause",
                at(cold, 0.5),
                at(first, 0.5),
                at(first, 0.95),
                at(first, 1),
                at(factor, 0.5),
                at(factor, 0.95));
    }

    private static EspeakTextToSpeech find(Wanted way, Path folder) {
        Optional<EspeakTextToSpeech> found =
                new EspeakInstallation(List.of(folder), System.getenv("PATH"), way, 2).find();
        return found.orElseThrow(() -> new IllegalStateException(EspeakInstallation.REMEDY));
    }

    /** Milliseconds to the first audio, to the last, and of audio. */
    private static double[] speak(EspeakTextToSpeech voice, String text) throws Exception {
        double[] times = new double[3];
        long begun = System.nanoTime();
        voice.speak(new Utterance(text, "en", Voices.of(text, "en")), new SpeechSink() {
            @Override
            public void audio(short[] samples, int from, int length) {
                if (times[2] == 0) {
                    times[0] = (System.nanoTime() - begun) / 1e6;
                }
                times[2] += length / 24.0;
            }
        });
        times[1] = (System.nanoTime() - begun) / 1e6;
        return times;
    }

    private static double at(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private static void clip(Path text, Path wav) throws Exception {
        short[][] spoken = {new short[0]};
        String said = Files.readString(text, StandardCharsets.UTF_8).strip();
        try (EspeakTextToSpeech voice = find(Wanted.BINARY, Path.of("none"))) {
            voice.speak(new Utterance(said, "en-GB", Voices.of("the clip", "en")), new SpeechSink() {
                @Override
                public void audio(short[] samples, int from, int length) {
                    int at = spoken[0].length;
                    spoken[0] = Arrays.copyOf(spoken[0], at + length);
                    System.arraycopy(samples, from, spoken[0], at, length);
                }
            });
        }
        write(wav, SampleBuffer.resampled(spoken[0], 24_000, 16_000));
    }

    private static void write(Path file, short[] samples) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples.length);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(16_000).putInt(32_000).putShort((short) 2).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples.length);
        bytes.asShortBuffer().put(samples);
        Files.write(file, bytes.array());
    }
}
