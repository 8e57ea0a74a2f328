import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.sellmeapen.audio.SpeechDetector;
import org.sellmeapen.audio.SpeechDetectorSettings;
import org.sellmeapen.audio.SpeechListener;

/** What the server's detector costs: microseconds for 32 ms of sound, garbage, and memory a session. Arguments: CLIP [SECONDS]. */
class Activity {

    private static final SpeechListener NOBODY = new SpeechListener() {
        @Override
        public void started(long atMs, long nowMs) {}

        @Override
        public void stopped(long atMs, long nowMs) {}
    };

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        byte[] bytes = Files.readAllBytes(Path.of(arguments[0]));
        short[] clip = new short[(bytes.length - 44) / 2];
        ByteBuffer.wrap(bytes, 44, bytes.length - 44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(clip);
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 600;
        long first = System.nanoTime();
        detector(16_000);
        System.out.printf("first detector, weights read: %d ms%n", (System.nanoTime() - first) / 1_000_000);
        for (int rate : new int[] {16_000, 24_000}) {
            measure(rate, clip, seconds);
        }
        weigh();
    }

    private static SpeechDetector detector(int rate) {
        return new SpeechDetector(rate, SpeechDetectorSettings.STANDARD, NOBODY);
    }

    private static void measure(int rate, short[] clip, int seconds) {
        SpeechDetector detector = detector(rate);
        hear(detector, rate, clip, 60); // until it is compiled
        com.sun.management.ThreadMXBean thread =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long garbage = thread.getCurrentThreadAllocatedBytes();
        long cpu = thread.getCurrentThreadCpuTime();
        long[] took = hear(detector, rate, clip, seconds);
        double perChunk = (thread.getCurrentThreadCpuTime() - cpu) / 1e3 / (seconds * 1000) * 32;
        garbage = thread.getCurrentThreadAllocatedBytes() - garbage - 8L * took.length;
        Arrays.sort(took);
        System.out.printf(
                "Java %s, %d Hz: %.0f us of processor time for 32 ms (1/%.0f of real time); a 20 ms frame p50 %.3f ms, p99 %.3f ms; %d bytes of garbage a minute%n",
                Runtime.version(),
                rate,
                perChunk,
                32_000 / perChunk,
                took[took.length / 2] / 1e6,
                took[took.length * 99 / 100] / 1e6,
                garbage * 60 / seconds);
    }

    private static long[] hear(SpeechDetector detector, int rate, short[] clip, int seconds) {
        int block = rate / 50;
        long[] took = new long[seconds * 50];
        int at = 0;
        for (int i = 0; i < took.length; i++) {
            long from = System.nanoTime();
            detector.accept(clip, at, block);
            took[i] = System.nanoTime() - from;
            at = at + 2 * block < clip.length ? at + block : 0;
        }
        return took;
    }

    private static void weigh() {
        SpeechDetector[] sessions = new SpeechDetector[1_000];
        long before = held();
        for (int i = 0; i < sessions.length; i++) {
            sessions[i] = detector(24_000);
        }
        System.out.printf("a session holds %.1f kB%n", (held() - before) / 1e3 / sessions.length);
        if (sessions[0].speaking()) {
            throw new IllegalStateException();
        }
    }

    private static long held() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
