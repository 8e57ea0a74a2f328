package org.sellmeapen.audio;

import java.time.Duration;

/** Kills a process that lets its reader wait too long. Whoever reads slowly is not its fault. */
final class StallGuard {

    private static final long LOOKS_EVERY_MS = 100;

    private final Process process;
    private final long patience;
    private volatile boolean waiting;
    private volatile long read;
    private volatile boolean struck;
    private volatile boolean over;
    private final Thread thread;

    StallGuard(Process process, Duration patience) {
        this.process = process;
        this.patience = patience.toMillis() / LOOKS_EVERY_MS;
        thread = Thread.ofVirtual().name("decoder guard").start(this::watch);
    }

    /** Counts how often in a row the same read was found waiting. */
    private void watch() {
        long known = -1;
        for (long found = 0; !over && process.isAlive(); ) {
            found = waiting && read == known ? found + 1 : 0;
            known = read;
            if (found > patience) {
                struck = true;
                process.destroyForcibly();
                return;
            }
            try {
                Thread.sleep(LOOKS_EVERY_MS);
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    void waiting() {
        waiting = true;
    }

    /** By the reader alone. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    void served() {
        waiting = false;
        read++;
    }

    boolean struck() {
        return struck;
    }

    void close() {
        over = true;
        thread.interrupt();
    }
}
