package org.sellmeapen.ai.wrappers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Timing;

/**
 * Interrupts the thread that made it when a time is over, and never afterwards: once {@link #over()} returned, no interrupt
 * of ours comes any more.
 */
final class Deadline {

    private final Thread thread = Thread.currentThread();
    private final Runnable wholeTimer;
    private @Nullable Runnable firstTimer;
    private boolean done;
    private boolean fired;

    Deadline(Timing timing, Duration first, Duration whole) {
        this.wholeTimer = timing.after(whole, this::fire);
        this.firstTimer = timing.after(first, this::fire);
    }

    /** What is done within its times. */
    @FunctionalInterface
    interface Timed<T> {
        T done(Deadline deadline) throws ModelFailed, InterruptedException;
    }

    /** @throws ModelFailed with {@code timed-out} where it took too long */
    static <T> T keep(String provider, Timing timing, Duration first, Duration whole, Timed<T> work)
            throws ModelFailed, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Deadline deadline = new Deadline(timing, first, whole);
        boolean over = false;
        try {
            T done = work.done(deadline);
            over = true;
            if (deadline.over()) {
                throw ModelFailed.passing(provider, "timed-out");
            }
            return done;
        } catch (InterruptedException | ModelFailed ended) {
            if (!over && deadline.over()) {
                over = true;
                throw ModelFailed.passing(provider, "timed-out").because(ended);
            }
            over = true;
            throw ended;
        } finally {
            if (!over) {
                deadline.over();
            }
        }
    }

    private synchronized void fire() {
        if (!done && !fired) {
            fired = true;
            thread.interrupt();
        }
    }

    /** The first word is there. @return false when it came too late */
    synchronized boolean began() {
        if (firstTimer != null) {
            firstTimer.run();
            firstTimer = null;
        }
        return !fired;
    }

    /** @return whether it was us who interrupted; our interrupt is taken back then */
    synchronized boolean over() {
        done = true;
        wholeTimer.run();
        if (firstTimer != null) {
            firstTimer.run();
        }
        if (fired) {
            Thread.interrupted();
        }
        return fired;
    }
}
