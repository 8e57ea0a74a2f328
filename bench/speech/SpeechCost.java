import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.BufferedOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sellmeapen.audio.Decoder;
import org.sellmeapen.audio.Resampled;
import org.sellmeapen.audio.SampleStream;
import org.sellmeapen.speech.LiveSpeech;
import org.sellmeapen.speech.Speech;
import org.sellmeapen.speech.SpeechReport;

/** Arguments: FOLDER HOURS. Speaks a minute of call with espeak-ng, repeats it, and measures it in every way there is. */
class SpeechCost {

    private static final int RATE = 16_000;
    private static final String SELLER = "Good morning. We looked at your pumps, and every third one runs dry before it is"
            + " oiled. That costs about nine hundred a month. What would it mean for your team to know a day before?";
    private static final String BUYER = "It would mean fewer calls at night, I suppose. But we have tried sensors before, and"
            + " nobody looked at them after the first week.";

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        double hours = Double.parseDouble(arguments[1]);
        short[] left = spoken(folder, "en-gb", SELLER);
        short[] right = spoken(folder, "en-us+f3", BUYER);
        Path hour = written(folder.resolve("hour.wav"), left, right, (int) (hours * 3_600));
        Path two = written(folder.resolve("two.wav"), left, right, (int) (2 * hours * 3_600));
        System.out.printf("Java %s, %d processors%n", Runtime.version(), Runtime.getRuntime().availableProcessors());
        System.out.println("| what | sound s | processor s | times real time | wall s | heap held MB | resident MB |");
        System.out.println("|---|---|---|---|---|---|---|");
        Speech level = Speech.byLevelAlone();
        Speech model = new Speech();
        Path warm = written(folder.resolve("warm.wav"), left, right, 300);
        measured(level, warm);
        measured(model, warm);
        told("stereo by level alone (gate 200)", level, hour);
        told("stereo with the network (gate 25)", model, hour);
        told("twice as long, by level alone (gate 200 MB)", level, two);
        told("twice as long, with the network (gate 200 MB)", model, two);
        frames(model, warm);
        beside(folder, hour);
    }

    private static short[] spoken(Path folder, String voice, String text) throws Exception {
        Path file = folder.resolve(voice + ".wav");
        run(List.of("espeak-ng", "-v", voice, "-s", "160", "-w", file.toString(), text));
        try (SampleStream samples = Resampled.to(RATE, new Decoder().open(file))) {
            float[] all = new float[60 * RATE];
            int count = samples.read(all);
            short[] out = new short[count];
            for (int i = 0; i < count; i++) {
                out[i] = (short) Math.clamp(all[i] * 32_767, -32_768, 32_767);
            }
            return out;
        }
    }

    /** One after the other with half a second between, over and over. */
    private static Path written(Path file, short[] left, short[] right, int seconds) throws IOException {
        int gap = RATE / 2;
        int round = left.length + right.length + 2 * gap;
        long frames = (long) seconds * RATE;
        ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes()).putInt((int) (36 + 4 * frames)).put("WAVEfmt ".getBytes()).putInt(16);
        header.putShort((short) 1).putShort((short) 2).putInt(RATE).putInt(4 * RATE).putShort((short) 4);
        header.putShort((short) 16).put("data".getBytes()).putInt((int) (4 * frames));
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            out.write(header.array());
            for (long i = 0; i < frames; i++) {
                int at = (int) (i % round);
                short l = at < left.length ? left[at] : 0;
                int there = at - left.length - gap;
                short r = there >= 0 && there < right.length ? right[there] : 0;
                out.writeShort(Short.reverseBytes(l));
                out.writeShort(Short.reverseBytes(r));
            }
        }
        return file;
    }

    private static SpeechReport measured(Speech speech, Path file) throws IOException {
        try (SampleStream samples = new Decoder().open(file)) {
            return speech.measure(samples, null, "en");
        }
    }

    private static void told(String what, Speech speech, Path file) throws IOException {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        SpeechReport report = measured(speech, file);
        double cpuS = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
        double wallS = (System.nanoTime() - wall) / 1e9;
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "| %s | %.0f | %.1f | %.0f | %.1f | %d | %d |%n",
                what,
                report.seconds(),
                cpuS,
                report.seconds() / cpuS,
                wallS,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                resident());
    }

    /** The most there ever was. */
    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(-1);
    }

    private static void frames(Speech speech, Path file) throws IOException {
        LiveSpeech live = speech.live("en", 2);
        float[] frame = new float[2 * RATE / 50];
        long[] took = new long[300 * 50];
        long gauges = 0;
        int n = 0;
        try (SampleStream samples = new Decoder().open(file)) {
            for (int count = samples.read(frame); count > 0 && n < took.length; count = samples.read(frame)) {
                long from = System.nanoTime();
                live.hear(frame, count);
                long to = System.nanoTime();
                if (n % 50 == 49) { // once a second
                    live.gauge();
                    gauges = Math.max(gauges, n > 3_000 ? System.nanoTime() - to : 0);
                }
                took[n++] = System.nanoTime() - from;
            }
        }
        long[] warm = Arrays.copyOfRange(took, 3_000, n); // a minute to be compiled
        Arrays.sort(warm);
        System.out.printf(
                "%na 20 ms stereo frame (gate 1 ms): mean %.3f ms, p50 %.3f, p99 %.3f, worst %.3f; slowest gauge %.3f ms%n",
                Arrays.stream(warm).average().orElse(0) / 1e6,
                warm[warm.length / 2] / 1e6,
                warm[warm.length * 99 / 100] / 1e6,
                warm[warm.length - 1] / 1e6,
                gauges / 1e6);
    }

    private static void beside(Path folder, Path hour) throws Exception {
        Path program = new Decoder().program().orElse(null);
        System.out.println("\n| beside us, the same file | wall s |");
        System.out.println("|---|---|");
        if (program == null) {
            System.out.println("| no ffmpeg runs here | |");
        } else {
            for (String name : List.of("hour.flac", "hour.mp3", "hour.webm")) {
                Path file = folder.resolve(name);
                run(with(program, List.of(program.toString(), "-y", "-nostdin", "-loglevel", "error", "-i", hour.toString(), file.toString())));
                long from = System.nanoTime();
                run(with(program, List.of(program.toString(), "-nostdin", "-loglevel", "error", "-i", file.toString(), "-f", "null", "-")));
                double theirs = (System.nanoTime() - from) / 1e9;
                from = System.nanoTime();
                SpeechReport report = measured(Speech.byLevelAlone(), file);
                System.out.printf("| ffmpeg decodes %s | %.1f |%n", name, theirs);
                System.out.printf(
                        "| we decode and measure it by level alone (%.2f s of sound) | %.1f |%n",
                        report.seconds(), (System.nanoTime() - from) / 1e9);
            }
        }
        Path praat = Path.of("/usr/bin/praat");
        if (!Files.isExecutable(praat)) {
            System.out.println("| praat is not installed | |");
            return;
        }
        Path five = folder.resolve("warm.wav");
        long from = System.nanoTime();
        run(List.of(praat.toString(), "--run", new File("evals/speech/nuclei.praat").getAbsolutePath(), five.toString()));
        double theirs = (System.nanoTime() - from) / 1e9;
        from = System.nanoTime();
        measured(Speech.byLevelAlone(), five);
        double ours = (System.nanoTime() - from) / 1e9;
        System.out.printf("| Praat: silences, intensity, pitch, nuclei of 300 s | %.1f |%n", theirs);
        System.out.printf("| we, by level alone: all figures of the same 300 s | %.1f (%.0f times as fast) |%n", ours, theirs / ours);
    }

    private static ProcessBuilder with(Path program, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LD_LIBRARY_PATH", program.toAbsolutePath().getParent().toString());
        return builder;
    }

    private static void run(List<String> command) throws Exception {
        run(new ProcessBuilder(command));
    }

    private static void run(ProcessBuilder builder) throws Exception {
        Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(builder.command() + " left with " + process.exitValue());
        }
    }
}
