package org.sellmeapen.speech;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.sellmeapen.audio.SampleStream;

/** How long an hour of stereo takes, and what it leaves on the heap. Reported, not asserted: machines differ. */
final class SpeechSpeed {

    private static final int HOUR_S = 3_600;

    private SpeechSpeed() {}

    /** A minute of two voices in turn, over and over, at any rate. */
    private static SampleStream call(int rate, int seconds) {
        Sounds left = Sounds.start();
        Sounds right = Sounds.start();
        for (int i = 0; i < 6; i++) {
            left.talk(5, 22).silence(5);
            right.silence(5.5).talk(4, 18).silence(0.5);
        }
        float[] a = left.over(0.001).samples();
        float[] b = right.over(0.001).samples();
        return new SampleStream() {
            private long frame;

            @Override
            public int rate() {
                return rate;
            }

            @Override
            public int channels() {
                return 2;
            }

            @Override
            public int read(float[] into) {
                int frames = (int) Math.min(into.length / 2, (long) seconds * rate - frame);
                for (int i = 0; i < frames; i++) {
                    // Nearest sample: good enough to be slow on.
                    int at = (int) ((frame + i) * Sounds.RATE / rate % a.length);
                    into[2 * i] = a[at];
                    into[2 * i + 1] = b[at];
                }
                frame += frames;
                return frames;
            }

            @Override
            public void close() {}
        };
    }

    static void measure(StringBuilder report) throws IOException {
        report.append("""

                ## Speed and memory

                Decoded stereo, all figures without a transcript, one thread, after one minute of warming up. Other work kept the
                machine busy, so the processor's time is the fairer one. Limits for an hour: 200 times real time without an activity model, 25 with.

                | recording | processor s | times real time | wall s | heap still held, MB |
                |---|---|---|---|---|
                """);
        Speech level = Speech.byLevelAlone();
        level.measure(call(Sounds.RATE, 300), null, "en");
        run(report, level, "1 h at 16 kHz, by level alone", 16_000, HOUR_S);
        run(report, level, "1 h at 48 kHz, resampled, by level alone", 48_000, HOUR_S);
        run(report, level, "2 h at 16 kHz, by level alone", 16_000, 2 * HOUR_S);
        Speech model = new Speech();
        model.measure(call(Sounds.RATE, 60), null, "en");
        run(report, model, "1 h at 16 kHz", 16_000, HOUR_S);
        run(report, model, "2 h at 16 kHz", 16_000, 2 * HOUR_S);
    }

    private static void run(StringBuilder report, Speech speech, String name, int rate, int seconds)
            throws IOException {
        SampleStream call = call(rate, seconds);
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        SpeechReport told = speech.measure(call, null, "en");
        double cpuS = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
        double wallS = (System.nanoTime() - wall) / 1e9;
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        if (told.channels().size() != 2) {
            throw new IllegalStateException("two voices were spoken");
        }
        report.append(String.format(
                Locale.ROOT, "| %s | %.1f | %.0f | %.1f | %d |%n", name, cpuS, seconds / cpuS, wallS, heap));
    }
}
