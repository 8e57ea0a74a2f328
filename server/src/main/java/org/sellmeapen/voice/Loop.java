package org.sellmeapen.voice;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Where one call lives: everything that happens to it happens here, in order. A test moves its time by hand. */
interface Loop {

    /** Something that will happen unless it is called off. */
    interface Timer {
        void cancel();
    }

    /** Milliseconds of a clock that only goes forward; no date. */
    long nowMs();

    Timer after(long ms, Runnable what);

    /** From another thread onto this one; at once where this one asks. */
    void run(Runnable what);

    /** Does what blocks elsewhere; its end comes back here, one of the two ways. */
    <T> Work work(Callable<T> blocking, Consumer<T> done, Consumer<Exception> failed);

    /** Work under way. */
    interface Work {
        /** Interrupts it; neither of its two ends is told any more. */
        void cancel();
    }
}
