package org.sellmeapen.ai;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Things that are to happen later, and waiting. Comes in from outside, so that a test turns the time itself. */
public interface Timing {

    /** @return called, it takes the plan back */
    Runnable after(Duration delay, Runnable task);

    void pause(Duration length) throws InterruptedException;

    /** As the clock on the wall goes. The tasks must be short. */
    static Timing real() {
        ThreadFactory daemon = Thread.ofPlatform().daemon().name("voice-timing").factory();
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, daemon);
        executor.setRemoveOnCancelPolicy(true); // most plans are taken back long before their time
        return new Timing() {
            @Override
            public Runnable after(Duration delay, Runnable task) {
                ScheduledFuture<?> planned = executor.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
                return () -> planned.cancel(false);
            }

            @Override
            public void pause(Duration length) throws InterruptedException {
                Thread.sleep(length);
            }
        };
    }
}
