package org.sellmeapen.ai.espeak;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Processes that are kept running, one clause at a time each. One that dies, hangs or writes nonsense is replaced and its
 * clause made again, and goes on from where it was: the same order takes the same time.
 */
final class WorkerPool implements Way {

    private static final Logger log = LoggerFactory.getLogger(WorkerPool.class);

    /** A worker is replaced before a leak, were there one, could matter; fresh it has about 100 MB. */
    private static final long MOST_MEMORY = 250L << 20;

    private static final int MOST_ORDERS = 20_000;

    /** So often in a row, and it is not tried any more beside a way that works. */
    private static final int MOST_FAILED_STARTS = 3;

    /** @param command starts a worker; answers within the patience or is taken for hung */
    record Settings(List<String> command, Path folder, int workers, Duration patience, Duration startsWithin) {}

    private final Settings settings;
    private final Deque<Worker> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger starting = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger failedInARow = new AtomicInteger();
    private volatile boolean closed;

    WorkerPool(Settings settings) {
        this.settings = settings;
    }

    static List<String> node(String node) {
        return List.of(node, "--max-old-space-size=96", "worker.mjs");
    }

    @Override
    public String name() {
        return "eSpeak NG in a Node process (" + settings.folder() + ")";
    }

    @Override
    public boolean isReady() {
        return !idle.isEmpty();
    }

    @Override
    public void warm() {
        while (!closed
                && failedInARow.get() < MOST_FAILED_STARTS
                && idle.size() + starting.get() < settings.workers()) {
            starting.incrementAndGet();
            Thread.startVirtualThread(() -> {
                try {
                    release(start());
                } catch (SpeechFailed | InterruptedException _) {
                    // said where it happened
                } finally {
                    starting.decrementAndGet();
                }
            });
            if (starting.get() >= settings.workers()) {
                return;
            }
        }
    }

    @Override
    public Clause begin(Order order) throws SpeechFailed, InterruptedException {
        return new Pooled(order, worker());
    }

    private Worker worker() throws SpeechFailed, InterruptedException {
        for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
            if (worker.lives()) {
                return worker;
            }
        }
        return start();
    }

    private Worker start() throws SpeechFailed, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(settings.command())
                .directory(settings.folder().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Environments.onlyWhatItNeeds(command);
        Worker worker = null;
        try {
            worker = new Worker(command);
            JsonNode hello = worker.next(0, settings.startsWithin()).json();
            if (hello.path("protocol").asInt(0) != 1 || hello.path("rate").asInt(0) != Way.RATE) {
                throw new WorkerBroken("it speaks another protocol");
            }
            started.incrementAndGet();
            failedInARow.set(0);
            return worker;
        } catch (IOException | WorkerBroken e) {
            if (worker != null) {
                worker.kill();
            }
            failedInARow.incrementAndGet();
            log.warn("a worker of the offline voice did not start: {}", e.getMessage());
            throw SpeechFailed.lasting(RUNS, "not-installed");
        } catch (InterruptedException e) {
            if (worker != null) {
                worker.kill();
            }
            throw e;
        }
    }

    private void release(Worker worker) {
        if (closed || !worker.lives() || worker.orders() >= MOST_ORDERS) {
            worker.kill();
        } else {
            idle.push(worker);
        }
    }

    /** How many were ever started. */
    int started() {
        return started.get();
    }

    List<Long> idlePids() {
        return idle.stream().map(Worker::pid).toList();
    }

    @Override
    public void close() {
        closed = true;
        for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
            worker.kill();
        }
    }

    private final class Pooled implements Clause {
        private final Order order;
        private final Deque<Piece> pieces = new ArrayDeque<>();
        private @Nullable Worker worker;
        private int id;
        private boolean retried;
        private long samplesTaken;
        private long eventsTaken;
        private long samplesToSkip;
        private long eventsToSkip;

        Pooled(Order order, Worker worker) throws SpeechFailed, InterruptedException {
            this.order = order;
            this.worker = worker;
            try {
                id = worker.order(order);
            } catch (WorkerBroken e) {
                again(worker, e);
            }
        }

        @Override
        public Piece next() throws SpeechFailed, InterruptedException {
            while (pieces.isEmpty()) {
                Worker asked = worker;
                if (asked == null) {
                    return new Piece.End();
                }
                try {
                    take(asked, asked.next(id, settings.patience()));
                } catch (WorkerBroken e) {
                    again(asked, e);
                }
            }
            return pieces.remove();
        }

        private void take(Worker asked, Worker.Frame frame) throws WorkerBroken, SpeechFailed {
            switch (frame.type()) {
                case 'A' -> samples(frame.bytes());
                case 'E' -> events(frame.json());
                case 'D' -> {
                    worker = null;
                    if (frame.json().path("rss").asLong(0) > MOST_MEMORY) {
                        asked.kill();
                    } else {
                        release(asked);
                    }
                    pieces.add(new Piece.End());
                }
                case 'F' -> {
                    worker = null;
                    release(asked);
                    throw SpeechFailed.lasting(RUNS, "request-refused");
                }
                default -> throw new WorkerBroken("an answer out of place");
            }
        }

        private void samples(byte[] bytes) throws WorkerBroken {
            if (bytes.length % 2 != 0) {
                throw new WorkerBroken("half a sample");
            }
            int skip = (int) Math.min(samplesToSkip, bytes.length / 2);
            samplesToSkip -= skip;
            if (bytes.length / 2 > skip) {
                short[] samples = Samples.of(bytes, 2 * skip, bytes.length);
                samplesTaken += samples.length;
                pieces.add(new Piece.Samples(samples));
            }
        }

        private void events(JsonNode events) throws WorkerBroken {
            for (JsonNode event : events) {
                if (!event.isArray() || event.size() < 2 || !event.get(0).isInt()) {
                    throw new WorkerBroken("no event");
                }
                if (eventsToSkip > 0) {
                    eventsToSkip--;
                    continue;
                }
                eventsTaken++;
                int at = event.get(0).intValue();
                pieces.add(
                        event.size() == 2
                                ? new Piece.Phoneme(at, event.get(1).asString())
                                : new Piece.Word(
                                        at, event.get(1).asInt(0), event.get(2).asInt(0)));
            }
        }

        private void again(Worker broken, WorkerBroken why) throws SpeechFailed, InterruptedException {
            broken.kill();
            worker = null;
            log.warn("a worker of the offline voice was replaced: {}", why.getMessage());
            if (retried) {
                throw SpeechFailed.passing(RUNS, "vendor-trouble");
            }
            retried = true;
            samplesToSkip = samplesTaken;
            eventsToSkip = eventsTaken;
            Worker next = worker();
            try {
                id = next.order(order);
                worker = next;
            } catch (WorkerBroken e) {
                next.kill();
                throw SpeechFailed.passing(RUNS, "vendor-trouble");
            }
        }

        @Override
        public void close() {
            Worker asked = worker;
            worker = null;
            if (asked != null) {
                asked.cancel(id);
                release(asked);
            }
        }
    }
}
