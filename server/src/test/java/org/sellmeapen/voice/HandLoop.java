package org.sellmeapen.voice;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A loop whose time is moved by hand. Work is done when the test says so, or at once. */
final class HandLoop implements Loop {

    private record Due(long atMs, long order, Runnable what, boolean[] cancelled) {}

    private final PriorityQueue<Due> timers =
            new PriorityQueue<>(Comparator.comparingLong(Due::atMs).thenComparingLong(Due::order));
    private final Deque<Runnable> posted = new ArrayDeque<>();
    private long now;
    private long order;
    private boolean draining;

    @Override
    public long nowMs() {
        return now;
    }

    @Override
    public Timer after(long ms, Runnable what) {
        Due due = new Due(now + ms, order++, what, new boolean[1]);
        timers.add(due);
        return () -> due.cancelled()[0] = true;
    }

    /** In the order they were posted, as the real one does from another thread. */
    @Override
    public void run(Runnable what) {
        posted.add(what);
        drain();
    }

    @Override
    public <T> Work work(Callable<T> blocking, Consumer<T> done, Consumer<Exception> failed) {
        boolean[] cancelled = new boolean[1];
        run(() -> {
            if (cancelled[0]) {
                return;
            }
            try {
                T result = blocking.call();
                run(() -> {
                    if (!cancelled[0]) {
                        done.accept(result);
                    }
                });
            } catch (Exception trouble) {
                run(() -> {
                    if (!cancelled[0]) {
                        failed.accept(trouble);
                    }
                });
            }
        });
        return () -> cancelled[0] = true;
    }

    void pass(long ms) {
        long until = now + ms;
        while (!timers.isEmpty() && timers.peek().atMs() <= until) {
            Due due = timers.remove();
            now = Math.max(now, due.atMs());
            if (!due.cancelled()[0]) {
                run(due.what());
            }
        }
        now = until;
    }

    private void drain() {
        if (draining) {
            return;
        }
        draining = true;
        try {
            for (Runnable next = posted.poll(); next != null; next = posted.poll()) {
                next.run();
            }
        } finally {
            draining = false;
        }
    }
}
