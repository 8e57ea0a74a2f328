package org.sellmeapen.ai.espeak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.sellmeapen.ai.SpeechFailed;

/** The machine's own {@code espeak-ng}, a process for each clause. Knows no phoneme times. */
final class PerClause implements Way {

    private static final int WAV_HEADER = 44;
    private static final int CHUNK = 4_410;
    private static final byte[] END = new byte[0];
    private static final byte[] BROKEN = new byte[0];

    private final String program;
    private final Duration patience;

    PerClause(String program, Duration patience) {
        this.program = program;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "eSpeak NG of this machine (" + program + ")";
    }

    @Override
    public void warm() {}

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public Clause begin(Order order) throws SpeechFailed {
        // The text goes by standard input, so that none of it can be taken for an option.
        ProcessBuilder command = new ProcessBuilder(List.of(
                        program,
                        "-v",
                        order.language().installed() + "+" + order.variant(),
                        "-s",
                        String.valueOf(order.rate()),
                        "-p",
                        String.valueOf(order.pitch()),
                        "-b",
                        "1",
                        "--stdin",
                        "--stdout"))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Environments.onlyWhatItNeeds(command);
        try {
            return new Running(command.start(), order.text());
        } catch (IOException _) {
            throw SpeechFailed.lasting(RUNS, "not-installed");
        }
    }

    @Override
    public void close() {}

    private final class Running implements Clause {
        private final Process process;
        private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(64);
        private final Thread pump;
        private boolean ended;

        Running(Process process, String text) {
            this.process = process;
            this.pump = Thread.ofPlatform().daemon().name("voice-clause").start(() -> pump(text));
        }

        private void pump(String text) {
            try {
                try (var out = process.getOutputStream()) {
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                }
                InputStream in = process.getInputStream();
                byte[] header = in.readNBytes(WAV_HEADER);
                boolean wav = header.length == WAV_HEADER && header[0] == 'R' && header[8] == 'W';
                // The header's length is of a stream; the end is where it ends.
                byte[] chunk = wav ? in.readNBytes(CHUNK) : END;
                for (; chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                    chunks.put(chunk);
                }
                chunks.put(wav && process.waitFor() == 0 ? END : BROKEN);
            } catch (IOException e) {
                process.destroyForcibly();
                chunks.offer(BROKEN);
            } catch (InterruptedException _) {
                process.destroyForcibly();
            }
        }

        @Override
        public Piece next() throws SpeechFailed, InterruptedException {
            if (ended) {
                return new Piece.End();
            }
            byte[] chunk = chunks.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (chunk == null || chunk == BROKEN) {
                close();
                throw SpeechFailed.passing(RUNS, chunk == null ? "timed-out" : "vendor-trouble");
            }
            ended = chunk == END;
            return ended ? new Piece.End() : new Piece.Samples(Samples.of(chunk, 0, chunk.length & ~1));
        }

        @Override
        public void close() {
            process.destroyForcibly();
            pump.interrupt();
        }
    }
}
