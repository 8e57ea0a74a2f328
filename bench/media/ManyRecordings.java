package org.sellmeapen.media;

import com.google.crypto.tink.Aead;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.sellmeapen.kernel.OrganisationId;

/** Writes 20 ms frames of both channels into many recorders in real time, and prints a row for docs/measurements.md. */
public final class ManyRecordings {

    private static final int FRAME = 480;
    private static final long FRAME_NANOS = 20_000_000;

    private final int recorders;
    private final int frames;
    private final boolean turns;
    private final Path folder;
    private final short[][] voices = new short[64][FRAME];

    private ManyRecordings(int recorders, int seconds, boolean turns, Path folder) {
        this.recorders = recorders;
        this.frames = seconds * 50;
        this.turns = turns;
        this.folder = folder;
        Random random = new Random(1);
        for (short[] voice : voices) {
            for (int i = 0; i < FRAME; i++) {
                voice[i] = (short) (random.nextGaussian() * 3000);
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        Path folder = Files.createTempDirectory(Path.of(given.getOrDefault("--folder", "/tmp")), "recordings");
        try {
            new ManyRecordings(
                            Integer.parseInt(given.getOrDefault("--recorders", "500")),
                            Integer.parseInt(given.getOrDefault("--seconds", "30")),
                            given.getOrDefault("--talk", "both").equals("turns"),
                            folder)
                    .run();
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void run() throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        WarmUp.run(); // as the first beginning of a recording does in a server
        long heapBefore = heap();
        SampleBuffers buffers = new SampleBuffers(64L << 20);
        List<LiveRecorder> finished = new ArrayList<>();
        RecordingWriter writer = new RecordingWriter(finished::add);
        List<LiveRecorder> open = new ArrayList<>();
        Aead aead = MasterKeys.aead(MasterKeys.fresh());
        for (int i = 0; i < recorders; i++) {
            open.add(opened(new RecordingId(new UUID(1, i)), aead, buffers, writer));
        }
        long heapOpen = heap() - heapBefore;
        writer.start();
        int warm = frames / 3;
        long processor = 0;
        long allocated = 0;
        long droppedCold = 0;
        long driver = 0;
        long begun = System.nanoTime();
        long worst = 0;
        int mostBuffers = 0;
        int late = 0;
        for (int frame = 0; frame < frames; frame++) {
            if (frame == warm) {
                processor = system.getProcessCpuTime();
                driver = threads.getCurrentThreadCpuTime();
                allocated = threads.getCurrentThreadAllocatedBytes();
                droppedCold = dropped(open);
                late = 0;
            }
            for (int i = 0; i < recorders; i++) {
                // As sessions that began at any moment do: each has its own place in the quarter second.
                long at = (long) (frame + i % 13) * FRAME;
                open.get(i).write(Channel.REP, at, voices[(i + frame) % voices.length], 0, FRAME);
                if (!turns || (frame / 150 + i) % 2 == 0) {
                    open.get(i).write(Channel.BUYER, at, voices[(i + frame + 7) % voices.length], 0, FRAME);
                }
            }
            if (frame % 10 == 0 && frame > warm) {
                mostBuffers = Math.max(mostBuffers, buffers.out());
                for (int i = 0; i < recorders; i++) {
                    worst = Math.max(worst, (long) (frame + 1 + i % 13) * FRAME - open.get(i).safeSamples());
                }
            }
            long ahead = begun + (frame + 1) * FRAME_NANOS - System.nanoTime();
            if (ahead > 0) {
                LockSupport.parkNanos(ahead);
            } else {
                late++;
            }
        }
        double seconds = (frames - warm) / 50.0;
        double all = (system.getProcessCpuTime() - processor) / 1e9 / seconds;
        double driving = (threads.getCurrentThreadCpuTime() - driver) / 1e9 / seconds;
        long perFrame = (threads.getCurrentThreadAllocatedBytes() - allocated) / ((long) (frames - warm) * recorders);
        long dropped = dropped(open) - droppedCold;
        open.forEach(LiveRecorder::close);
        writer.close();
        long bytes = 0;
        for (LiveRecorder recorder : finished) {
            bytes += Files.size(recorder.file());
        }
        System.out.printf(
                "%d recorders, %.0f s measured after %.0f s, %s%n",
                recorders, seconds, warm / 50.0, turns ? "in turns" : "both always");
        System.out.printf("| processor, whole process | %.1f %% of a core |%n", 100 * all);
        System.out.printf("| of it handing in the frames (%d a second) | %.1f %% |%n", recorders * 100, 100 * driving);
        System.out.printf("| allocated a frame by whoever hands it in | %d bytes |%n", perFrame);
        System.out.printf(
                "| memory an open recording, audio and the rest | %d + %d kB |%n",
                (long) mostBuffers * SampleBuffers.BYTES / recorders / 1000, heapOpen / recorders / 1000);
        System.out.printf("| file a minute | %.2f MB |%n", bytes / 1e6 / recorders / (frames / 3000.0));
        System.out.printf("| most in memory only at any look | %d ms |%n", worst / 24);
        System.out.printf(
                "| seconds of sound dropped a recording: cold, then | %.3f, %.3f |%n",
                (double) droppedCold / Segment.RATE / recorders, (double) dropped / Segment.RATE / recorders);
        System.out.printf("| frames for which this program itself was late | %d of %d |%n", late, frames - warm);
    }

    private static long dropped(List<LiveRecorder> open) {
        return open.stream().mapToLong(LiveRecorder::droppedSamples).sum();
    }

    private LiveRecorder opened(RecordingId id, Aead aead, SampleBuffers buffers, RecordingWriter writer)
            throws IOException {
        Path file = folder.resolve(id + ".pen");
        RecordingCipher cipher = new RecordingCipher(id, aead);
        LiveRecorder recorder = new LiveRecorder(
                new OrganisationId(new UUID(0, 1)),
                cipher,
                file,
                SpoolFile.create(file, cipher),
                buffers,
                Clock.systemUTC(),
                writer::wake);
        writer.add(recorder);
        return recorder;
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
