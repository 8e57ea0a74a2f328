package org.sellmeapen.voice;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A call's loop on the listener's thread; what blocks runs on virtual threads beside it. */
final class NettyLoop implements Loop {

    private final EventLoop thread;
    private final Executor beside;

    NettyLoop(EventLoop thread, Executor beside) {
        this.thread = thread;
        this.beside = beside;
    }

    /** For another socket of the same call. */
    EventLoop eventLoop() {
        return thread;
    }

    @Override
    public long nowMs() {
        return thread.ticker().nanoTime() / 1_000_000;
    }

    @Override
    public Timer after(long ms, Runnable what) {
        ScheduledFuture<?> scheduled = thread.schedule(what, ms, TimeUnit.MILLISECONDS);
        return () -> scheduled.cancel(false);
    }

    @Override
    public void run(Runnable what) {
        if (thread.inEventLoop()) {
            what.run();
        } else {
            thread.execute(what);
        }
    }

    @Override
    public <T> Work work(Callable<T> blocking, Consumer<T> done, Consumer<Exception> failed) {
        Task<T> task = new Task<>(blocking, done, failed);
        beside.execute(task);
        return task;
    }

    private final class Task<T> implements Runnable, Work {
        private final Callable<T> blocking;
        private final Consumer<T> done;
        private final Consumer<Exception> failed;
        private volatile boolean cancelled;
        private volatile Thread runner = Thread.currentThread();
        private boolean running;

        Task(Callable<T> blocking, Consumer<T> done, Consumer<Exception> failed) {
            this.blocking = blocking;
            this.done = done;
            this.failed = failed;
        }

        @Override
        public void run() {
            synchronized (this) {
                if (cancelled) {
                    return;
                }
                runner = Thread.currentThread();
                running = true;
            }
            try {
                T result = blocking.call();
                tell(() -> done.accept(result));
            } catch (InterruptedException stopped) {
                // whoever interrupted it wants to hear nothing of it
            } catch (Exception trouble) {
                tell(() -> failed.accept(trouble));
            } finally {
                synchronized (this) {
                    running = false;
                    Thread.interrupted();
                }
            }
        }

        private void tell(Runnable end) {
            thread.execute(() -> {
                if (!cancelled) {
                    end.run();
                }
            });
        }

        @Override
        public void cancel() {
            synchronized (this) {
                cancelled = true;
                if (running) {
                    runner.interrupt();
                }
            }
        }
    }
}
