package org.sellmeapen.ai.espeak;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One running process of {@code voice-espeak/worker.mjs}, whose head describes what is said to and fro. */
final class Worker {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST_FRAME = 1 << 20;
    private static final String TYPES = "HAEDF";

    /** An answer: its type, the order it belongs to, its bytes. */
    record Frame(char type, int order, byte[] bytes) {
        private static final Frame BROKEN = new Frame('!', 0, new byte[0]);

        JsonNode json() throws WorkerBroken {
            try {
                return JSON.readTree(bytes);
            } catch (JacksonException e) {
                throw new WorkerBroken("no JSON", e);
            }
        }
    }

    private final Process process;
    private final BlockingQueue<Frame> frames = new ArrayBlockingQueue<>(64);
    private final Thread reader;
    private int orders;

    Worker(ProcessBuilder command) throws IOException {
        process = command.start();
        // A platform thread: reading a pipe would hold a carrier of virtual ones.
        reader = Thread.ofPlatform().daemon().name("voice-worker").start(this::read);
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
            while (true) {
                char type = (char) in.readUnsignedByte();
                int order = in.readInt();
                int length = in.readInt();
                if (TYPES.indexOf(type) < 0 || length < 0 || length > LARGEST_FRAME) {
                    throw new IOException("no frame");
                }
                byte[] bytes = new byte[length];
                in.readFully(bytes);
                frames.put(new Frame(type, order, bytes));
            }
        } catch (IOException e) {
            process.destroyForcibly(); // not kill: this thread still has something to say
            try {
                frames.put(Frame.BROKEN);
            } catch (InterruptedException _) {
                // nobody waits for it
            }
        } catch (InterruptedException _) {
            kill();
        }
    }

    /** @return the number of the order */
    int order(Order order) throws WorkerBroken {
        int id = ++orders;
        Map<String, Object> line = Map.of(
                "id",
                id,
                "text",
                order.text(),
                "voice",
                order.language().voice() + "+" + order.variant(),
                "rate",
                order.rate(),
                "pitch",
                order.pitch());
        write(JSON.writeValueAsString(line));
        return id;
    }

    void cancel(int order) {
        try {
            write("{\"cancel\":" + order + "}");
            frames.clear();
        } catch (WorkerBroken _) {
            kill();
        }
    }

    private void write(String line) throws WorkerBroken {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            kill();
            throw new WorkerBroken("its standard input is closed", e);
        }
    }

    /** The next answer to this order; what still comes of earlier ones is passed over. */
    Frame next(int order, Duration patience) throws WorkerBroken, InterruptedException {
        while (true) {
            Frame frame = frames.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (frame == null || frame == Frame.BROKEN || frame.order() > order || frame.order() < 0) {
                kill();
                throw new WorkerBroken(frame == null ? "it fell silent" : "it died or wrote no frame");
            }
            if (frame.order() == order) {
                return frame;
            }
        }
    }

    int orders() {
        return orders;
    }

    boolean lives() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly();
        reader.interrupt();
    }
}
