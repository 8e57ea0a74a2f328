package org.sellmeapen.ai.wrappers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
