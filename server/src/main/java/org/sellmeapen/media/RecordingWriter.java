package org.sellmeapen.media;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that writes for all recorders. It looks every 50 ms for quarter seconds whose time is over. */
final class RecordingWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RecordingWriter.class);
    static final Duration EVERY = Duration.ofMillis(50);

    private final Map<RecordingId, LiveRecorder> live = new ConcurrentHashMap<>();
    private final SpoolFile.Bench bench = new SpoolFile.Bench();
    private final Consumer<LiveRecorder> whenOver;
    private @Nullable Thread thread;
    private volatile boolean stopped;

    /** @param whenOver hears of each recorder whose last sample is in its file; must hand the work on */
    RecordingWriter(Consumer<LiveRecorder> whenOver) {
        this.whenOver = whenOver;
    }

    void add(LiveRecorder recorder) {
        live.put(recorder.id(), recorder);
    }

    Optional<LiveRecorder> find(RecordingId id) {
        return Optional.ofNullable(live.get(id));
    }

    Collection<LiveRecorder> all() {
        return List.copyOf(live.values());
    }

    /** With the first recorder, so that a house where nobody records has no thread for it. */
    synchronized void start() {
        if (thread == null && !stopped) {
            thread = Thread.ofPlatform().name("recordings").daemon().start(this::run);
        }
    }

    synchronized void wake() {
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!stopped) {
            flush();
            LockSupport.parkNanos(EVERY.toNanos());
        }
    }

    /** One round. Trouble with one recording does not stop the others. */
    void flush() {
        for (LiveRecorder recorder : live.values()) {
            boolean over;
            try {
                over = recorder.flush(bench);
            } catch (RuntimeException | Error bug) {
                log.error("recording={} is given up", recorder.id(), bug);
                recorder.close();
                over = true;
            }
            if (over) {
                live.remove(recorder.id());
                whenOver.accept(recorder);
            }
        }
    }

    /** Writes what is in memory; what is then unfinished is swept up by the next start. */
    @Override
    public void close() throws InterruptedException {
        Thread running;
        synchronized (this) {
            stopped = true;
            running = thread;
        }
        if (running != null) {
            LockSupport.unpark(running);
            running.join();
        }
        live.values().forEach(LiveRecorder::close);
        flush();
    }
}
